package ca.edsquebec.trackingbms.connector.wire;

/** Hexadecimal digits, either case, without exceptions for what is not one. */
final class Hex {

  private Hex() {}

  /** The number that these digits write; −1 when there is none, one too many or a wrong one. */
  static long number(CharSequence text, int from, int to) {
    if (from >= to || to - from > 15) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** As {@link #number(CharSequence, int, int)}, of digits in ASCII. */
  static long number(byte[] ascii, int from, int to) {
    if (from >= to || to - from > 15 || to > ascii.length) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = digit((char) (ascii[i] & 0xFF));
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** The byte that the two digits at this place write; −1 when there are no two. */
  static int pair(CharSequence text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = digit(text.charAt(at));
    int low = digit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
