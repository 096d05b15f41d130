package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.regex.Pattern;

/** Which texts may name things of a fleet. */
final class FleetText {

  static final int UID_LENGTH = 16;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern UID = Pattern.compile("[a-z2-7]{" + UID_LENGTH + "}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private FleetText() {}

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  static boolean isUid(String text) {
    return UID.matcher(text).matches();
  }

  static String code(String field, String text) {
    if (!isCode(text)) {
      throw new InvalidException(
          field,
          "\"%s\" is not a battery's code: a letter or digit, then up to 39 letters, digits and . _ -"
              .formatted(text));
    }
    return text;
  }

  /** What a message quotes of somebody's text. */
  static String shortened(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max) + "…";
  }

  /** Without blanks around it; 1 to {@code max} characters. */
  static String name(String field, String text, int max) {
    String name = optional(field, text, max);
    if (name.isEmpty()) {
      throw new InvalidException(field, field + " is blank; allowed: 1 to " + max + " characters");
    }
    return name;
  }

  /** As {@link #name}, but may be empty. */
  static String optional(String field, String text, int max) {
    String stripped = text.strip();
    if (stripped.length() > max || CONTROL.matcher(stripped).find()) {
      throw new InvalidException(
          field,
          "%s is \"%s\"; allowed: up to %d characters on one line"
              .formatted(field, stripped.substring(0, Math.min(stripped.length(), max)), max));
    }
    return stripped;
  }
}
