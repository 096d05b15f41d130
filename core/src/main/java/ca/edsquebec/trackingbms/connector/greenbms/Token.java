package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.FrameException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a line: {@code $#v0093.31}, a letter, three digits and a value. The next {@code $}
 * ends it and may begin the next one.
 *
 * @param kind the letter
 * @param number three digits: a cell, or which value of its kind
 * @param value as it stands; empty for {@code m000}
 */
record Token(char kind, int number, String value) {

  private static final Pattern FORM =
      Pattern.compile("#([a-z])([0-9]{3})(-?[0-9]{1,7}(?:\\.[0-9]{1,3})?)?");

  private static final int MAX_TOKENS = 64;

  /**
   * The tokens of a line.
   *
   * @throws FrameException when it is not whole; the reason quotes nothing, for it may be a
   *     password
   */
  static List<Token> of(String line) throws FrameException {
    if (!line.startsWith("$") || !line.endsWith("$") || line.length() < 2) {
      throw new FrameException("line does not begin and end with $: it was cut");
    }
    List<Token> tokens = new ArrayList<>();
    for (String part : line.split("\\$")) {
      if (part.isEmpty()) {
        continue;
      }
      Matcher form = FORM.matcher(part);
      if (!form.matches()) {
        throw new FrameException("token %d is not well formed".formatted(tokens.size() + 1));
      }
      if (tokens.size() == MAX_TOKENS) {
        throw new FrameException("more than %d tokens in a line".formatted(MAX_TOKENS));
      }
      String value = form.group(3) == null ? "" : form.group(3);
      tokens.add(new Token(part.charAt(1), Integer.parseInt(form.group(2)), value));
    }
    return tokens;
  }

  /** Such as {@code v009}. */
  String name() {
    return "%c%03d".formatted(kind, number);
  }

  boolean isPassword() {
    return kind == 'p' && number == 2;
  }

  /**
   * @throws FrameException when it has no value
   */
  BigDecimal decimal() throws FrameException {
    if (value.isEmpty()) {
      throw new FrameException("token %s has no value".formatted(name()));
    }
    return new BigDecimal(value);
  }
}
