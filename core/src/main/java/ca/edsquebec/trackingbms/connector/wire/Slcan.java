package ca.edsquebec.trackingbms.connector.wire;

import ca.edsquebec.trackingbms.connector.wire.CanText.Malformed;
import ca.edsquebec.trackingbms.connector.wire.CanText.Skipped;
import java.util.regex.Pattern;

/**
 * One line of SLCAN (Lawicel) text: {@code t2338050E0A1C000C0064}, a capital T for a 29-bit
 * identifier, with a stamp of 4 digits behind it when the adapter adds one. The stamp is a
 * millisecond of a minute without a date, so whoever receives the line dates it.
 */
public final class Slcan {

  private static final Pattern COMMAND =
      Pattern.compile("[COLVvNFzZ]|S[0-8]|Z[01]|[VvN][0-9A-Fa-f]{4}");
  private static final int STAMP_DIGITS = 4;

  private Slcan() {}

  /** True when the whole line is SLCAN: a frame, or a command to the adapter and its answer. */
  public static boolean recognises(String line) {
    return !(parse(line) instanceof Malformed);
  }

  /** What that line is; it has no line end. Never null, never throws. */
  public static CanText parse(String line) {
    String text = line.startsWith("\u0007") ? line.substring(1) : line;
    if (COMMAND.matcher(text).matches()) {
      return new Skipped("command of the adapter");
    }
    char kind = text.isEmpty() ? 0 : text.charAt(0);
    return switch (kind) {
      case 't', 'r' -> frame(text, kind == 'r', 3);
      case 'T', 'R' -> frame(text, kind == 'R', 8);
      default -> new Malformed("not an SLCAN line");
    };
  }

  private static CanText frame(String text, boolean remote, int idDigits) {
    int lengthAt = 1 + idDigits;
    if (text.length() <= lengthAt) {
      return new Malformed("SLCAN line ends before its length");
    }
    long id = Hex.number(text, 1, lengthAt);
    int count = text.charAt(lengthAt) - '0';
    if (id < 0 || id > (idDigits == 3 ? 0x7FF : 0x1FFF_FFFF) || count < 0 || count > 8) {
      return new Malformed(
          "SLCAN identifier and length \"%s\" are wrong"
              .formatted(text.substring(1, lengthAt + 1)));
    }
    int dataAt = lengthAt + 1;
    int end = dataAt + (remote ? 0 : 2 * count);
    int rest = text.length() - end;
    boolean stamped = rest == STAMP_DIGITS && Hex.number(text, end, text.length()) >= 0;
    if (rest != 0 && !stamped) {
      return new Malformed(
          "SLCAN line has %d digits behind its length %d; was it cut?"
              .formatted(text.length() - dataAt, count));
    }
    return remote ? new Skipped("remote frame") : data(text, dataAt, count, (int) id, idDigits);
  }

  private static CanText data(String text, int from, int count, int id, int idDigits) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      int value = Hex.pair(text, from + 2 * i);
      if (value < 0) {
        return new Malformed("SLCAN data are not hexadecimal");
      }
      bytes[i] = (byte) value;
    }
    return new CanText.Data(CanText.UNDATED, id, idDigits == 8, bytes);
  }
}
