package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.wire.Cbor;
import java.util.List;
import java.util.Map;

/**
 * Binary mode: a status, the node (null but through a gateway) and the payload; or 0x1F, the number
 * of the subset and the values. A message has no end mark: it ends where its CBOR ends.
 */
final class BinaryMode implements Framing {

  private static final int REPORT = 0x1F;
  private static final int MAX_LENGTH = 4096;
  private static final int NULL = 0xF6;

  @Override
  public int maxLength() {
    return MAX_LENGTH;
  }

  @Override
  public int measure(byte[] bytes, int from, int to) {
    if (!isMessage(bytes[from])) {
      return -1;
    }
    int length = 1;
    for (int item = 0; item < 2; item++) {
      int next = Cbor.length(bytes, from + length, to);
      if (next <= 0) {
        return next;
      }
      length += next;
    }
    return length;
  }

  /** Whether a message may begin so: a report, or a status of the specification. */
  static boolean isMessage(byte first) {
    int code = first & 0xFF;
    return code == REPORT
        || (code >= 0x81 && code <= 0x85)
        || (code >= 0xA0 && code <= 0xAF)
        || (code >= 0xC0 && code <= 0xC5)
        || code == 0xE1;
  }

  static boolean isReport(byte first) {
    return first == REPORT;
  }

  /**
   * @param bytes one whole message
   * @throws FrameException when it is damaged
   */
  static Message read(byte[] bytes) throws FrameException {
    int code = bytes[0] & 0xFF;
    boolean bareError = bytes.length == 1 && code >= 0xA0;
    if (bareError) {
      // thingset++ says no more than that.
      return new Message("%02X".formatted(code), "", null);
    }
    try {
      Cbor items = new Cbor(bytes, 1);
      if (code != REPORT && bytes.length > 1 && !isNode(bytes[1] & 0xFF)) {
        throw new FrameException("node of the answer is neither text nor null");
      }
      Object node = items.next();
      Object payload = items.next();
      if (items.hasNext()) {
        throw new FrameException("bytes follow the message");
      }
      if (code != REPORT) {
        return new Message("%02X".formatted(code), "", payload);
      }
      if (!(payload instanceof Map || payload instanceof List)) {
        throw new FrameException("report holds no values");
      }
      return new Message("", Ids.path(String.valueOf(node)), payload);
    } catch (Cbor.MalformedException e) {
      throw new FrameException(e.getMessage());
    }
  }

  private static boolean isNode(int first) {
    return first == NULL || first == 0xF7 || first >>> 5 == 3 || first >>> 5 == 0;
  }
}
