package ca.edsquebec.trackingbms.web.page;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;

/**
 * The texts of the screens in one language. What it gives is not escaped for HTML: names that were
 * put in may hold anything.
 */
public final class Texts {

  private static final String BUNDLE = "texts";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  /**
   * The text of that key. Numbers among the arguments are there to choose a plural by; those to be
   * read come formatted.
   *
   * @throws java.util.MissingResourceException when there is none
   */
  public String of(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
  }

  /**
   * The texts whose keys begin so, as a JSON object for the page's scripts; safe within a script
   * element.
   */
  public String json(String... prefixes) {
    StringBuilder out = new StringBuilder("{");
    for (String key : new TreeSet<>(bundle.keySet())) {
      if (Arrays.stream(prefixes).anyMatch(key::startsWith)) {
        out.append(out.length() == 1 ? "" : ",").append(quoted(key)).append(':');
        out.append(quoted(bundle.getString(key)));
      }
    }
    return out.append('}').toString();
  }

  private static String quoted(String text) {
    return '"'
        + new String(JsonStringEncoder.getInstance().quoteAsString(text)).replace("<", "\\u003c")
        + '"';
  }

  public Locale locale() {
    return locale;
  }
}
