package ca.edsquebec.trackingbms.web.browser;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a visitor looks at the portal.
 *
 * @param locale what the browser asks for, such as fr-CA
 * @param dark whether the visitor prefers a dark colour scheme
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 */
public record Look(String locale, boolean dark, int width, int height) {

  public static final Look DESKTOP = new Look("fr-CA", false, 1440, 900);
  public static final Look PHONE = new Look("fr-CA", false, 390, 844);

  /** Both languages in both colour schemes, on a desktop. */
  public static List<Look> all() {
    return Stream.of(DESKTOP, DESKTOP.inEnglish())
        .flatMap(look -> Stream.of(look, look.inTheDark()))
        .toList();
  }

  public Look inEnglish() {
    return new Look("en-CA", dark, width, height);
  }

  public Look inTheDark() {
    return new Look(locale, true, width, height);
  }

  /** Fit for the name of a file. */
  @Override
  public String toString() {
    return "%s-%s-%d".formatted(locale, dark ? "dark" : "light", width);
  }
}
