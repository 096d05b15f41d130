package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A client's colour: dark enough for white text on it and for itself as text on white, as WCAG 2.2
 * AA wants (4.5 to 1). Dark pages use a lighter variant of it.
 *
 * @param colour such as {@code #1a5fb4}
 */
public record Accent(String colour) {

  private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
  private static final double ENOUGH = 4.5;

  /** What text on dark pages stands on: --surface-2 of the dark theme, the lightest of them. */
  private static final double DARK_SURFACE = luminance("#1a2435");

  /** Of --bg of the light theme, the darkest of its grounds. */
  private static final double LIGHT_SURFACE = luminance("#f3f5f9");

  /**
   * @throws InvalidException when it is no colour, or too light; then it names one that is not
   */
  public Accent {
    colour = colour.strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(colour).matches()) {
      throw new InvalidException(
          "accent", "\"" + shortened(colour) + "\" is not a colour such as #1a5fb4");
    }
    if (!isDarkEnough(colour)) {
      throw new InvalidException(
          "accent",
          "%s is too light to read white text on it; %s would do"
              .formatted(colour, darkEnough(colour)));
    }
  }

  /** The nearest darker one that is allowed, or the colour itself. */
  public static String darkEnough(String colour) {
    String darker = colour;
    for (int percent = 100; !isDarkEnough(darker); percent--) {
      darker = mixed(colour, "#000000", percent);
    }
    return darker;
  }

  /** For dark pages: as little lighter as it must be there. */
  public String onDark() {
    String lighter = colour;
    for (int percent = 100; contrast(luminance(lighter), DARK_SURFACE) < ENOUGH; percent--) {
      lighter = mixed(colour, "#ffffff", percent);
    }
    return lighter;
  }

  private static boolean isDarkEnough(String colour) {
    return contrast(luminance(colour), LIGHT_SURFACE) >= ENOUGH;
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double share = part(colour, at) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static int part(String colour, int at) {
    return Integer.parseInt(colour.substring(at, at + 2), 16);
  }

  private static String mixed(String colour, String with, int percent) {
    int[] mixed = new int[3];
    for (int i = 0; i < mixed.length; i++) {
      int at = 1 + 2 * i;
      mixed[i] = (part(colour, at) * percent + part(with, at) * (100 - percent)) / 100;
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 20));
  }
}
