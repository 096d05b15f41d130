package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A JSP or tag file taken apart: the tags it calls, its HTML elements, its plain text. Expressions
 * stand in all of them as private characters, so that nothing in them is taken for markup.
 */
final class Markup {

  private static final char MASK = '\uE000';
  private static final char START = '\uE001';
  private static final Pattern DIRECTIVE = Pattern.compile("<%--.*?--%>|<%@.*?%>", Pattern.DOTALL);
  private static final Pattern EXPRESSION =
      Pattern.compile("[$#]\\{((?:[^}'\"]|'[^']*'|\"[^\"]*\")*)\\}");
  private static final String REST_OF_TAG = "((?:[^>\"]|\"[^\"]*\")*)>";
  private static final Pattern ACTION = Pattern.compile("</?((?:ui|c|jsp):[\\w-]+)" + REST_OF_TAG);
  private static final Pattern ELEMENT =
      Pattern.compile("</?([a-zA-Z!][a-zA-Z0-9]*)" + REST_OF_TAG);
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z:-]+)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern MASKED = Pattern.compile(MASK + "+");

  /** A piece of the file, with the expressions in it. */
  record Piece(String text, int line, List<String> expressions) {}

  /** The beginning of a tag of ours or of the standard library, or of an element of HTML. */
  record Tag(String name, int line, Map<String, Piece> attributes, Piece all) {}

  final String path;
  final List<Tag> actions = new ArrayList<>();
  final List<Tag> elements = new ArrayList<>();
  final List<Piece> texts = new ArrayList<>();
  final String source;
  private final TreeMap<Integer, String> expressions = new TreeMap<>();

  Markup(String path, String source) {
    this.path = path;
    this.source = source;
    StringBuilder rest = new StringBuilder(source);
    blank(rest, DIRECTIVE);
    Matcher found = EXPRESSION.matcher(rest);
    for (MatchResult one : found.results().toList()) {
      expressions.put(one.start(), one.group(1));
      for (int i = one.start(); i < one.end(); i++) {
        rest.setCharAt(i, i == one.start() ? START : MASK);
      }
    }
    take(rest, ACTION, actions);
    take(rest, ELEMENT, elements);
    int from = 0;
    for (String text : rest.toString().split("(?<=\n)", -1)) {
      texts.add(piece(text, from));
      from += text.length();
    }
  }

  private void take(StringBuilder rest, Pattern pattern, List<Tag> tags) {
    for (MatchResult tag : pattern.matcher(rest.toString()).results().toList()) {
      if (tag.group().startsWith("</")) {
        continue;
      }
      Map<String, Piece> attributes = new LinkedHashMap<>();
      Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
      while (attribute.find()) {
        attributes.put(
            attribute.group(1), piece(attribute.group(2), tag.start(2) + attribute.start(2)));
      }
      tags.add(
          new Tag(tag.group(1), line(tag.start()), attributes, piece(tag.group(2), tag.start(2))));
    }
    blank(rest, pattern);
  }

  private Piece piece(String text, int from) {
    return new Piece(
        MASKED.matcher(text.replace(START, MASK)).replaceAll(""),
        line(from),
        IntStream.range(0, text.length())
            .filter(i -> text.charAt(i) == START)
            .mapToObj(i -> expressions.get(from + i))
            .toList());
  }

  int line(int offset) {
    return (int) source.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  /** All expressions, wherever they stand. */
  List<String> expressions() {
    return List.copyOf(expressions.values());
  }

  private static void blank(StringBuilder text, Pattern pattern) {
    for (MatchResult match : pattern.matcher(text.toString()).results().toList()) {
      for (int i = match.start(); i < match.end(); i++) {
        if (text.charAt(i) != '\n') {
          text.setCharAt(i, ' ');
        }
      }
    }
  }
}
