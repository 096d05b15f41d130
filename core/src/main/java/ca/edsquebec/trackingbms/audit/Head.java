package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How far a chain had come, written down elsewhere: whoever can write the database could wind a
 * whole chain back, but not so that it fits this.
 *
 * @param code of that entry, 64 hexadecimal digits in lower case
 */
public record Head(long seq, String code) {

  private static final Pattern CODE = Pattern.compile("[0-9a-f]{64}");

  public Head {
    code = code.toLowerCase(Locale.ROOT);
    if (seq < 0 || !CODE.matcher(code).matches()) {
      throw new InvalidException(
          "head", "\"%s:%s\" is not a number and 64 hexadecimal digits".formatted(seq, code));
    }
  }

  /**
   * @param text as {@code tbms audit verify} prints it, {@code 4711:09af…}
   */
  public static Head parse(String text) {
    int colon = text.indexOf(':');
    try {
      return new Head(
          Long.parseLong(text.substring(0, Math.max(colon, 0))), text.substring(colon + 1));
    } catch (NumberFormatException noNumber) {
      throw new InvalidException("head", "\"" + text + "\" is not NUMBER:CODE");
    }
  }

  @Override
  public String toString() {
    return seq + ":" + code;
  }
}
