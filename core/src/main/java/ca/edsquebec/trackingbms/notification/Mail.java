package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A message to one person.
 *
 * @param to an e-mail address, without a name
 * @param locale the language it is read in; any but English is French
 * @param template which texts: {@code <template>.subject} and {@code <template>.text} in {@code
 *     mails.properties}, both languages
 * @param values what the texts put in for {@code {name}}: plain text on one line; encoded where it
 *     stands in an address, escaped where it becomes HTML
 */
public record Mail(String to, Locale locale, String template, Map<String, String> values) {

  private static final int MAX_LENGTH = 254;

  // Nothing that could begin a header or a further recipient.
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@\"<>(),:;\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]+");

  public Mail {
    if (to.length() > MAX_LENGTH || !ADDRESS.matcher(to).matches()) {
      throw new InvalidException(
          "to", "\"%s\" is not an e-mail address such as anne@example.ca".formatted(to));
    }
    values = Map.copyOf(values);
  }

  /** Without the values: links in mails are secrets. */
  @Override
  public String toString() {
    return "mail %s to %s".formatted(template, to);
  }
}
