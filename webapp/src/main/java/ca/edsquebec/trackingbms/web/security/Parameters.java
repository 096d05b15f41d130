package ca.edsquebec.trackingbms.web.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of an address or a form, read from their text: who asks the container for them
 * lets it swallow a body that curl calls a form and that is none.
 */
public final class Parameters {

  private Parameters() {}

  /**
   * Of parameters of one name the last one counts.
   *
   * @param text {@code a=1&b=2}; null for none
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&", 1000)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        found.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      // As it came: a lone percent sign is no reason to refuse all the rest.
      return text;
    }
  }
}
