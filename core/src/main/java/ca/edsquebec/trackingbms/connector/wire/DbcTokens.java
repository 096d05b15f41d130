package ca.edsquebec.trackingbms.connector.wire;

/** Words, quoted texts and single marks of a {@code .dbc} file, with the line each stands in. */
final class DbcTokens {

  private static final String MARKS = ":;|@()[],";

  private final String text;
  private int at;
  private int line = 1;
  private int tokenLine = 1;
  private String token;
  private boolean quoted;

  DbcTokens(String text) {
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.text = marked.replace("\r\n", "\n").replace('\r', '\n');
    advance();
  }

  /** The next word or mark without taking it; empty at the end and before a quoted text. */
  String peek() {
    return quoted || token == null ? "" : token;
  }

  boolean atEnd() {
    return token == null;
  }

  boolean isQuoted() {
    return quoted;
  }

  int line() {
    return tokenLine;
  }

  /** The next word or mark. */
  String word(String what) {
    if (token == null || quoted) {
      throw expected(what);
    }
    return take();
  }

  String quoted(String what) {
    if (!quoted) {
      throw expected(what + " in quotation marks");
    }
    return take();
  }

  void mark(String mark) {
    if (quoted || !mark.equals(token)) {
      throw expected("\"" + mark + "\"");
    }
    advance();
  }

  /** True and taken when it is next. */
  boolean took(String mark) {
    boolean is = !quoted && mark.equals(token);
    if (is) {
      advance();
    }
    return is;
  }

  /** Passes over all up to the semicolon that ends the statement, which began at that line. */
  void skipStatement(String keyword, int begun) {
    while (token != null && (quoted || !token.equals(";"))) {
      advance();
    }
    if (token == null) {
      throw fault(begun, "the statement " + keyword + " does not end with \";\"");
    }
    advance();
  }

  IllegalArgumentException expected(String what) {
    String found = token == null ? "the file ends" : "there is \"" + shortened(token) + "\"";
    return fault(tokenLine, found + " where " + what + " should be");
  }

  static IllegalArgumentException fault(int line, String what) {
    return new IllegalArgumentException("line " + line + ": " + what);
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private String take() {
    String taken = token;
    advance();
    return taken;
  }

  private void advance() {
    skipBlanks();
    tokenLine = line;
    quoted = false;
    if (at >= text.length()) {
      token = null;
    } else if (text.charAt(at) == '"') {
      quoted = true;
      token = untilQuote();
    } else if (MARKS.indexOf(text.charAt(at)) >= 0) {
      token = text.substring(at, ++at);
    } else {
      int from = at;
      while (at < text.length() && isInWord(text.charAt(at))) {
        at++;
      }
      token = text.substring(from, at);
    }
  }

  private static boolean isInWord(char c) {
    return c > ' ' && c != '"' && MARKS.indexOf(c) < 0;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      line += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
  }

  private String untilQuote() {
    StringBuilder inside = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return inside.toString();
      }
      boolean escape = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      at += escape ? 1 : 0;
      line += c == '\n' ? 1 : 0;
      inside.append(text.charAt(at));
    }
    throw fault(tokenLine, "a quotation mark is not closed");
  }
}
