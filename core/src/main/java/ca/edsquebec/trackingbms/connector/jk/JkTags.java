package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of the tagged answer. A tag that is not in the list ends what can be read. */
final class JkTags {

  /** A whole number. */
  record Scalar(int tag, String name, int decimals, String meaning) {
    BigDecimal value(byte[] bytes) {
      return Field.decimal(Bytes.unsigned(bytes, 0, bytes.length), decimals);
    }
  }

  static final List<Scalar> SCALARS =
      List.of(
          new Scalar(0x83, "voltage_V", 2, "packVoltage"),
          new Scalar(0x85, "soc_pct", 0, "soc"),
          new Scalar(0x87, "cycles", 0, "cycles"),
          new Scalar(0x89, "cycle_capacity_Ah", 0, "+cycleCapacity"),
          new Scalar(0xAA, "capacity_setting_Ah", 0, "+nominalCapacity"),
          new Scalar(0xB6, "runtime_min", 0, "-"),
          new Scalar(0xC0, "protocol_version", 0, "-"));

  static final Map<Integer, String> TEXTS =
      Map.of(0xB7, "software_version", 0xBA, "manufacturer_id");

  private static final int CELLS = 0x79;

  /** Bytes of each tag's value, from tag 0x80 on; 0 for one that does not exist. */
  private static final int[] LENGTHS = new int[0x41];

  static {
    lengths(0x80, 2, 2, 2, 2, 2, 1, 1, 2, 0, 4, 2, 2, 2, 0, 2, 2); // 80 to 8F
    lengths(0x90, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2); // 90 to 9F
    lengths(0xA0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 4, 1, 1, 2, 1, 1); // A0 to AF
    lengths(0xB0, 2, 1, 10, 1, 8, 4, 4, 15, 1, 4, 24, 0, 0, 0, 0, 0, 1); // B0 to C0
  }

  private static void lengths(int first, int... lengths) {
    System.arraycopy(lengths, 0, LENGTHS, first - 0x80, lengths.length);
  }

  private JkTags() {}

  /**
   * Values by tag, up to the first tag that is unknown.
   *
   * @throws FrameException when a value does not end before {@code end}
   */
  static Map<Integer, byte[]> split(byte[] telegram, int start, int end) throws FrameException {
    Map<Integer, byte[]> values = new LinkedHashMap<>();
    int at = start;
    while (at < end) {
      int tag = Bytes.u8(telegram, at++);
      int length;
      if (tag == CELLS) {
        length = at < end ? Bytes.u8(telegram, at++) : 0;
      } else {
        length = tag < 0x80 || tag > 0xC0 ? 0 : LENGTHS[tag - 0x80];
      }
      if (length == 0) {
        return values;
      }
      if (at + length > end) {
        throw new FrameException(
            "truncated: value of tag %02X runs out of the answer".formatted(tag));
      }
      values.put(tag, Arrays.copyOfRange(telegram, at, at + length));
      at += length;
    }
    return values;
  }

  /** With the zero bytes that stand between its parts; without those at its end. */
  static String text(byte[] value) {
    int end = value.length;
    while (end > 0 && value[end - 1] == 0) {
      end--;
    }
    return new String(value, 0, end, StandardCharsets.ISO_8859_1);
  }
}
