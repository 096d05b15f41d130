package ca.edsquebec.trackingbms.connector.jk;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots out what may be a password. Tag B2 and two places of the device record hold one in clear; a
 * damaged frame may have it anywhere, so nothing is looked for but characters in a row.
 */
final class JkSecrets {

  /** In bytes: three in a row are hardly ever numbers of a battery. */
  private static final Pattern IN_BYTES = Pattern.compile("[0-9A-Za-z]{3,}");

  /** In a text: what may be such a word, or bytes in hexadecimal digits that may hold one. */
  private static final Pattern IN_TEXT = Pattern.compile("[0-9A-Fa-f]{12,}|[0-9]{4,}");

  private static final Pattern TEXT = Pattern.compile("[ -~\\s]*");

  private JkSecrets() {}

  /** As many bytes, with stars in the place of those. */
  static byte[] blotted(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    Matcher words = (TEXT.matcher(text).matches() ? IN_TEXT : IN_BYTES).matcher(text);
    return words
        .replaceAll(word -> "*".repeat(word.group().length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
