package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** How values stand in SQL: texts between apostrophes with escapes, bytes in hexadecimal. */
final class SqlText {

  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private SqlText() {}

  static boolean startsWith(byte[] sql, int length, byte[] beginning) {
    return length >= beginning.length
        && Arrays.equals(sql, 0, beginning.length, beginning, 0, beginning.length);
  }

  /** What stands for a character after a backslash. */
  static byte unescaped(byte escaped) {
    return switch (escaped) {
      case '0' -> 0;
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'Z' -> 26;
      default -> escaped;
    };
  }

  static void writeText(OutputStream out, byte[] text) throws IOException {
    out.write('\'');
    for (byte one : text) {
      int escape = escape(one);
      if (escape != 0) {
        out.write('\\');
        out.write(escape);
      } else {
        out.write(one);
      }
    }
    out.write('\'');
  }

  private static int escape(byte one) {
    return switch (one) {
      case 0 -> '0';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case 26 -> 'Z';
      case '\'', '"', '\\' -> one;
      default -> 0;
    };
  }

  /** None at all is an empty text, since 0x alone means nothing. */
  static void writeBytes(OutputStream out, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      writeText(out, bytes);
      return;
    }
    byte[] text = new byte[2 + 2 * bytes.length];
    text[0] = '0';
    text[1] = 'x';
    for (int i = 0; i < bytes.length; i++) {
      text[2 + 2 * i] = DIGITS[bytes[i] >> 4 & 0xf];
      text[3 + 2 * i] = DIGITS[bytes[i] & 0xf];
    }
    out.write(text);
  }

  /** The value of a hexadecimal digit; negative when it is none. */
  static int digit(byte text) {
    return Character.digit(text, 16);
  }
}
