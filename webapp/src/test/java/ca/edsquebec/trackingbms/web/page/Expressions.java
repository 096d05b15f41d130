package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.List;

/** Takes expressions of pages apart, as far as parentheses and quotes go. */
final class Expressions {

  private Expressions() {}

  /** What it can come to: the branches of its choices, without their conditions. */
  static List<String> outcomes(String expression) {
    String el = expression.strip();
    if (el.startsWith("(") && closing(el, 0) == el.length() - 1) {
      return outcomes(el.substring(1, el.length() - 1));
    }
    int question = find(el, 0, "?");
    if (question < 0) {
      return List.of(el);
    }
    int colon = question;
    int open = 1;
    while (open > 0) {
      colon = find(el, colon + 1, "?:");
      open += el.charAt(colon) == '?' ? 1 : -1;
    }
    List<String> outcomes = new ArrayList<>(outcomes(el.substring(question + 1, colon)));
    outcomes.addAll(outcomes(el.substring(colon + 1)));
    return outcomes;
  }

  /** The arguments of the call whose parenthesis opens at that place. */
  static List<String> arguments(String el, int parenthesis) {
    String inside = el.substring(parenthesis + 1, closing(el, parenthesis));
    List<String> arguments = new ArrayList<>();
    int from = 0;
    for (int comma = find(inside, 0, ","); comma >= 0; comma = find(inside, from, ",")) {
      arguments.add(inside.substring(from, comma).strip());
      from = comma + 1;
    }
    arguments.add(inside.substring(from).strip());
    return arguments;
  }

  /** Where the parenthesis that opens there closes again. */
  static int closing(String el, int parenthesis) {
    return find(el, parenthesis + 1, ")");
  }

  /** The first of these characters from there on, outside quotes and parentheses; -1 for none. */
  static int find(String el, int from, String wanted) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < el.length(); i++) {
      char c = el.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (depth == 0 && wanted.indexOf(c) >= 0) {
        return i;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
    return -1;
  }

  /** What is left of it when the insides of parentheses are left out. */
  static String outside(String el) {
    StringBuilder outside = new StringBuilder();
    int from = 0;
    for (int open = find(el, 0, "("); open >= 0; open = find(el, from, "(")) {
      outside.append(el, from, open + 1);
      from = closing(el, open);
    }
    return outside.append(el.substring(from)).toString();
  }

  static boolean isLiteral(String el) {
    return el.matches("'[^']*'|\"[^\"]*\"");
  }

  /** Without its quotes. */
  static String literal(String el) {
    return el.substring(1, el.length() - 1);
  }
}
