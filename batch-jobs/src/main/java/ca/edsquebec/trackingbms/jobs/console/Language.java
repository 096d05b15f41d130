package ca.edsquebec.trackingbms.jobs.console;

import java.util.Locale;

/** What a person reads. */
public enum Language {
  FR("fr-CA"),
  EN("en-CA");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
