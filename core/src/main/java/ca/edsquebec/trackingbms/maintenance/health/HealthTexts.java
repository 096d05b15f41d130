package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.notification.MailTexts;
import ca.edsquebec.trackingbms.platform.Formats;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What findings say to people, from {@code health.properties}: the same in mails, on the page and
 * in the API. Plain text, to be escaped where it becomes HTML. Immutable.
 */
public final class HealthTexts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final String[] PREFIXES = {"", "k", "M", "G", "T"};
  private static final double KILO = 1000;

  private final ResourceBundle bundle;
  private final Formats formats;
  private final String octet;
  private final String colon;

  /**
   * @param locale English, and any other language is French
   */
  public HealthTexts(Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    Locale known = english ? Locale.CANADA : Locale.CANADA_FRENCH;
    this.bundle =
        ResourceBundle.getBundle("health", known, HealthTexts.class.getClassLoader(), NO_FALLBACK);
    this.formats = new Formats(known, ZoneOffset.UTC);
    this.octet = english ? "B" : "o";
    this.colon = english ? ": " : "\u00a0: ";
  }

  /** The component's name. */
  public String name(Finding finding) {
    return name(finding.check());
  }

  /** The component's name. */
  public String name(String check) {
    return bundle.getString(check + ".name");
  }

  /** What was found, as a sentence. */
  public String told(Finding finding) {
    return fill(finding, text(finding));
  }

  /** What to do about it; empty when there is nothing to do. */
  public String toDo(Finding finding) {
    String key = text(finding) + ".do";
    return bundle.containsKey(key) ? fill(finding, key) : "";
  }

  /** Name, subject and what was found. */
  String title(Finding finding) {
    String subject = finding.subject().isEmpty() ? "" : " (" + finding.subject() + ")";
    return name(finding) + subject + colon + told(finding);
  }

  String more(int count) {
    return bundle.getString("more").replace("{count}", Integer.toString(count));
  }

  /** What any check may say stands once: that it could not be made. */
  private String text(Finding finding) {
    String own = finding.check() + "." + finding.cause();
    return bundle.containsKey(own) ? own : "any." + finding.cause();
  }

  private String fill(Finding finding, String key) {
    Measure measure = finding.measure();
    return MailTexts.fill(
        bundle.getString(key),
        Map.of(
            "value", shown(measure.value(), measure.unit()),
            "limit", shown(measure.limit(), measure.unit()),
            "detail", finding.detail(),
            "subject", finding.subject()),
        (name, value) -> value);
  }

  private String shown(double value, Measure.Unit unit) {
    return switch (unit) {
      case COUNT -> formats.count(value);
      case MILLISECONDS -> formats.unit(value, "ms", value < 10 ? 1 : 0).toString();
      case SECONDS -> formats.duration(value);
      case DAYS -> formats.count(Math.floor(value));
      case BYTES -> bytes(value);
    };
  }

  /** A size as people read it, in powers of thousand. */
  public String bytes(double value) {
    int prefix = 0;
    double scaled = value;
    while (scaled >= KILO && prefix < PREFIXES.length - 1) {
      scaled /= KILO;
      prefix++;
    }
    return formats.unit(scaled, PREFIXES[prefix] + octet, prefix == 0 ? 0 : 1).toString();
  }
}
