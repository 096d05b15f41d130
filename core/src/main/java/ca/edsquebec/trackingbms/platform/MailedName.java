package ca.edsquebec.trackingbms.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names that stand in a mail of ours to somebody who did not ask for it: none may lead anywhere,
 * nor begin a line of its own, or the portal would send whatever a stranger is to click on.
 */
public final class MailedName {

  /** What mail programs make a link of; the dots are those that a browser takes for one. */
  private static final Pattern LINK =
      Pattern.compile("(?iu)://|\\bwww\\d*[.。｡]|\\S[.。｡]\\S*[/\\\\]");

  /** A bare host such as {@code example.com}; an initial before the dot is none. */
  private static final Pattern HOST =
      Pattern.compile("(?U)[\\p{L}\\p{N}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}][.。｡]\\p{L}{2,}");

  /** Ends of lines, and what makes a text read from the other side. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069]");

  private MailedName() {}

  /**
   * A person's name.
   *
   * @param name without blanks around it
   * @return the same
   * @throws InvalidException of that field; its message says what is wrong
   */
  public static String ofPerson(String field, String name) {
    if (HOST.matcher(plain(name)).find()) {
      throw link(field);
    }
    return ofClient(field, name);
  }

  /** A client's, which may be called as its site is: {@code Exemple.ca}. Errors as the other's. */
  public static String ofClient(String field, String name) {
    if (CONTROL.matcher(name).find()) {
      throw new InvalidException(field, field + " has characters that are not shown");
    }
    if (LINK.matcher(plain(name)).find()) {
      throw link(field);
    }
    return name;
  }

  private static InvalidException link(String field) {
    return new InvalidException(
        field, field + " reads as a web address; write a blank after a full stop");
  }

  // Full-width letters and the like are what they look like.
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC);
  }
}
