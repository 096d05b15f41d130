package ca.edsquebec.trackingbms.connector.greenbms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots the password out of what could not be understood. A damaged line may hold it in any shape,
 * so nothing is looked for: what is not a well-formed measurement loses its digits.
 */
final class Secrets {

  private static final Pattern MEASUREMENT =
      Pattern.compile(
          "\\$#(?:g00[1-6]|[vtu]0[0-4][0-9]|i00[01])-?[0-9]{1,4}(?:\\.[0-9]{1,2})?(?=\\$)");

  private Secrets() {}

  /** The same length; {@code *} in place of each digit that may be of the password. */
  static String blotted(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher measurement = MEASUREMENT.matcher(text);
    int from = 0;
    while (measurement.find()) {
      blot(text, from, measurement.start(), out);
      out.append(measurement.group());
      from = measurement.end();
    }
    blot(text, from, text.length(), out);
    return out.toString();
  }

  private static void blot(String text, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      out.append(c >= '0' && c <= '9' ? '*' : c);
    }
  }
}
