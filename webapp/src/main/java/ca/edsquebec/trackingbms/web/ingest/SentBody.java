package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.problem.BrokenBodyException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * A body as it was sent, received to its end before anything is done with it: a sender on a slow
 * line keeps nobody but itself waiting, and one that is refused has been heard out, so that it gets
 * its answer. A small one is held in memory, a large one in a file that goes when it is closed.
 */
final class SentBody {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private SentBody() {}

  /**
   * @param folder for the file
   * @param inMemory bytes, at most
   * @return the whole body, to be closed
   * @throws BrokenBodyException when the sender breaks off
   * @throws UnavailableException when there is no room for the file
   */
  static InputStream receive(InputStream sent, Path folder, int inMemory) throws IOException {
    InputStream line = new Line(sent);
    byte[] start = line.readNBytes(inMemory + 1);
    if (start.length <= inMemory) {
      return new ByteArrayInputStream(start);
    }
    try {
      return spooled(start, line, Files.createTempFile(folder, "body", null));
    } catch (IOException noRoom) {
      throw new UnavailableException("a large body can't be kept now", RETRY, noRoom);
    }
  }

  private static InputStream spooled(byte[] start, InputStream rest, Path file) throws IOException {
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(start);
        rest.transferTo(out);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** What goes wrong while it is read is the sender's or the line's doing, and everyday. */
  private static final class Line extends FilterInputStream {

    Line(InputStream sent) {
      super(sent);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException brokenOff) {
        throw broken();
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (IOException brokenOff) {
        throw broken();
      }
    }

    private static BrokenBodyException broken() {
      return new BrokenBodyException(
          "the body ends early or was damaged on its way: nothing of it was stored", Map.of());
    }
  }
}
