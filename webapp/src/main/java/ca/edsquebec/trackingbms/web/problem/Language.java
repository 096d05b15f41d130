package ca.edsquebec.trackingbms.web.problem;

import java.util.List;
import java.util.Locale;

/** The languages of the portal: French first. */
public final class Language {

  private static final List<Locale> SPOKEN =
      List.of(Locale.CANADA_FRENCH, Locale.FRENCH, Locale.CANADA, Locale.ENGLISH);

  private Language() {}

  /**
   * @param acceptLanguage the header; null when there is none
   * @return fr-CA unless English is preferred
   */
  public static Locale preferred(String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.CANADA_FRENCH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      boolean english = found != null && found.getLanguage().equals(Locale.ENGLISH.getLanguage());
      return english ? Locale.CANADA : Locale.CANADA_FRENCH;
    } catch (IllegalArgumentException malformed) {
      return Locale.CANADA_FRENCH;
    }
  }
}
