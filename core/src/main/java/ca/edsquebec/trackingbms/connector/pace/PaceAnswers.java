package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.AsciiHexShown;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/** Sorts answers by their structure; a gateway does not always keep the request beside them. */
final class PaceAnswers {

  static final int VERSION = 0x25;
  private static final int MIN_TEXT = 8;

  private PaceAnswers() {}

  static Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    AsciiHex answer = AsciiHex.of(telegram);
    if (answer.version() != VERSION) {
      throw new FrameException("protocol %02X is not 25".formatted(answer.version()));
    }
    if (answer.code() >= 0x40 && answer.code() != 0x90 && answer.code() != 0x91) {
      throw new FrameException(
          "CID2 %02X instead of a return code: the request came back as an echo"
              .formatted(answer.code()));
    }
    if (answer.code() != 0) {
      throw new FrameException("return code 0x%02X".formatted(answer.code()));
    }
    Decoded said = new Decoded().show("frame", AsciiHexShown.of(answer));
    byte[] info = answer.info();
    OptionalInt analog = PaceAnalog.tail(info);
    OptionalInt status = PaceStatus.tail(info);
    if (analog.isPresent()) {
      PaceAnalog.read(answer, analog.getAsInt(), said);
    } else if (status.isPresent()) {
      PaceStatus.read(answer, status.getAsInt(), said);
    } else if (isText(info)) {
      said.show("text", Bytes.text(info, 0, info.length));
    }
    return Optional.of(said);
  }

  private static boolean isText(byte[] info) {
    for (byte b : info) {
      if (b != 0 && (b < ' ' || b > '~')) {
        return false;
      }
    }
    return info.length >= MIN_TEXT;
  }
}
