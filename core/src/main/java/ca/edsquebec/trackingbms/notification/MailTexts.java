package ca.edsquebec.trackingbms.notification;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What messages say, from {@code mails.properties}: subjects and texts in both languages, with
 * places such as {@code {name}} for values. A value is put in as it is, never read as a text again.
 */
public final class MailTexts {

  /** A place that needs no value: the portal's address, without a slash at its end. */
  public static final String PORTAL = "portal";

  private static final String BUNDLE = "mails";
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9-]*)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * @param locale English, and any other language is French
   */
  public MailTexts(Locale locale) {
    this.locale = locale.getLanguage().equals("en") ? Locale.CANADA : Locale.CANADA_FRENCH;
    // Named: a thread of a scheduler may have another class loader.
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE, this.locale, MailTexts.class.getClassLoader(), NO_FALLBACK);
  }

  /** Canadian French or Canadian English. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text of that key as it stands, its places still empty.
   *
   * @throws MissingResourceException when there is none
   */
  public String of(String key) {
    return bundle.getString(key);
  }

  /**
   * A text with its places filled.
   *
   * @param shown what becomes of a place's name and value, such as the value's escaped form
   * @throws IllegalArgumentException when a place has no value
   */
  public static String fill(String text, Map<String, String> values, BinaryOperator<String> shown) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for {" + place.group(1) + "}");
              }
              return Matcher.quoteReplacement(shown.apply(place.group(1), value));
            });
  }

  /**
   * @throws IllegalArgumentException when there is no such template, or it asks for a value that is
   *     not given
   */
  static void require(Mail mail) {
    MailTexts texts = new MailTexts(mail.locale());
    for (String part : new String[] {".subject", ".text"}) {
      PLACE
          .matcher(text(texts, mail.template() + part))
          .results()
          .map(place -> place.group(1))
          .filter(name -> !name.equals(PORTAL) && !mail.values().containsKey(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalArgumentException(mail + " has no value for {" + name + "}");
              });
    }
  }

  private static String text(MailTexts texts, String key) {
    try {
      return texts.of(key);
    } catch (MissingResourceException e) {
      throw new IllegalArgumentException("mails.properties has no " + key, e);
    }
  }
}
