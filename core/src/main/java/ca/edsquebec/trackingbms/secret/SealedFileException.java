package ca.edsquebec.trackingbms.secret;

import java.io.IOException;

/** A sealed file is not what was written: altered, cut, of another key, or no such file at all. */
public final class SealedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  SealedFileException(String message) {
    super(message);
  }

  SealedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
