package ca.edsquebec.trackingbms.connector.wire;

import ca.edsquebec.trackingbms.connector.wire.CanText.Malformed;
import ca.edsquebec.trackingbms.connector.wire.CanText.Skipped;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of a candump log: {@code (1767225600.000050) can0 233#050E0A1C000C0064}, with {@code R}
 * or {@code T} behind it when the direction was logged. This is what {@code candump -L} and {@code
 * -l} write and canlogserver serves; the format is read off can-utils {@code lib.h}.
 */
public final class Candump {

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Set<String> DIRECTIONS = Set.of("R", "T");
  private static final int MAX_SECONDS_DIGITS = 11;
  private static final int ERROR_FLAG = 0x2000_0000;
  private static final int MAX_ID = 0x1FFF_FFFF;
  private static final int MAX_SHORT_ID = 0x7FF;

  private Candump() {}

  /** What that line is; it has no line end. Never null, never throws. */
  public static CanText parse(String line) {
    int close = line.indexOf(')');
    if (!line.startsWith("(") || close < 0) {
      return new Malformed("candump line ends within its time stamp");
    }
    String stamp = line.substring(1, close);
    if (stamp.indexOf('-') >= 0 || stamp.indexOf(' ') >= 0) {
      return new Malformed("date stamps are candump's screen output; record with candump -L");
    }
    long micros = micros(stamp);
    if (micros < 0) {
      return new Malformed(
          "time stamp (%s) is not seconds, a point and 6 or 9 digits".formatted(stamp));
    }
    String[] words = SPACES.split(line.substring(close + 1).trim(), 5);
    if (words.length < 2) {
      return new Malformed("candump line ends before its frame");
    }
    if (words.length > 2 && words[2].startsWith("[")) {
      return new Malformed("this is candump's screen output; record with candump -L");
    }
    if (words.length > 3 || (words.length == 3 && !DIRECTIONS.contains(words[2]))) {
      return new Malformed("unexpected \"" + words[2] + "\" behind the frame");
    }
    return frame(micros, words[1]);
  }

  /** −1 when malformed. */
  private static long micros(String stamp) {
    int point = stamp.indexOf('.');
    int fraction = stamp.length() - point - 1;
    if (point < 1 || point > MAX_SECONDS_DIGITS || (fraction != 6 && fraction != 9)) {
      return -1;
    }
    long seconds = decimal(stamp, 0, point);
    long micros = decimal(stamp, point + 1, point + 7);
    long nanos = decimal(stamp, point + 7, stamp.length());
    return seconds < 0 || micros < 0 || nanos < 0 ? -1 : seconds * 1_000_000 + micros;
  }

  /** −1 when one is not a digit; 0 for no digits. */
  private static long decimal(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private static CanText frame(long micros, String frame) {
    int hash = frame.indexOf('#');
    if (hash < 0) {
      return new Malformed("candump line ends before the # of its frame");
    }
    if (frame.indexOf(':') > hash) {
      return new Skipped("CAN XL frame");
    }
    long id = Hex.number(frame, 0, hash);
    if (id < 0 || (hash != 3 && hash != 8)) {
      return new Malformed(
          "identifier \"%s\" is not 3 or 8 hexadecimal digits".formatted(frame.substring(0, hash)));
    }
    boolean extended = hash == 8;
    if (extended && (id & ERROR_FLAG) != 0) {
      return new Skipped("error frame");
    }
    if (id > (extended ? MAX_ID : MAX_SHORT_ID)) {
      return new Malformed("identifier %X is out of range".formatted(id));
    }
    char first = hash + 1 < frame.length() ? frame.charAt(hash + 1) : 0;
    if (first == '#') {
      return new Skipped("CAN FD frame");
    }
    if (first == 'R' || first == 'r') {
      return new Skipped("remote frame");
    }
    return data(micros, (int) id, extended, frame, hash + 1);
  }

  private static CanText data(long micros, int id, boolean extended, String frame, int from) {
    byte[] bytes = new byte[8];
    int count = 0;
    int at = from;
    while (at < frame.length() && frame.charAt(at) != '_') {
      int value = Hex.pair(frame, at);
      if (value < 0) {
        return new Malformed(
            "data \"%s\" are not whole bytes; was the line cut?".formatted(frame.substring(from)));
      }
      if (count == 8) {
        return new Malformed("more than 8 bytes in a classic frame");
      }
      bytes[count++] = (byte) value;
      at += 2;
      boolean dotBetween = at + 1 < frame.length() && frame.charAt(at) == '.';
      at += dotBetween ? 1 : 0;
    }
    if (at < frame.length() && !isRawDlc(frame, at, count)) {
      return new Malformed("raw length code \"%s\" is wrong".formatted(frame.substring(at)));
    }
    return new CanText.Data(micros, id, extended, Arrays.copyOf(bytes, count));
  }

  /** {@code _9} to {@code _F}: eight bytes that were announced as more. */
  private static boolean isRawDlc(String frame, int at, int count) {
    return count == 8 && at + 2 == frame.length() && Hex.number(frame, at + 1, frame.length()) >= 9;
  }
}
