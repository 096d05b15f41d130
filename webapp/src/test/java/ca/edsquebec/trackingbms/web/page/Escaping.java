package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether what an expression prints can hold no markup: it is escaped, or it can only be a
 * number, an id or a word of ours. What a tag is handed is followed to those who call the tag.
 */
final class Escaping {

  /** Their answers are made of digits and our own texts, addresses or drawings. */
  private static final Pattern SAFE_CALL =
      Pattern.compile(
          "(f\\.\\w+|icons\\.svg|assets\\.url|t\\.json"
              + "|v\\.(path|at|language|otherLanguage|zone|iso|now|share))\\(.*",
          Pattern.DOTALL);

  /** Records of numbers and drawings, whatever one asks them. */
  private static final Set<String> SAFE_TYPES =
      Set.of("Boolean", "Double", "Integer", "Long", "Quantity", "Scale", "Spark");

  /**
   * Ids, names of our enums and numbers, whoever answers or one alone. JSON that escapes for
   * itself.
   */
  private static final Set<String> SAFE_ANSWERS =
      Set.of(
          "balancing",
          "capacity",
          "cellCount",
          "condition",
          "count",
          "direction",
          "encoded",
          "flow",
          "gauge.high",
          "gauge.low",
          "hours",
          "jsonName",
          "millis",
          "nominalCapacityAh",
          "number",
          "periodMillis",
          "ratedEnergy",
          "rows",
          "size",
          "slug",
          "status",
          "tile.format",
          "tile.name",
          "toEpochMilli",
          "toSeconds",
          "trendJson",
          "ts",
          "uid",
          "volts",
          "width",
          "x");

  private static final Pattern LAST_CALL =
      Pattern.compile("(?:.*\\.)?(\\w+\\.(\\w+))(?:\\(\\))?", Pattern.DOTALL);
  private static final Pattern ROOT = Pattern.compile("(\\w+)(\\..*)?", Pattern.DOTALL);

  private final List<Markup> pages;

  Escaping(List<Markup> pages) {
    this.pages = pages;
  }

  boolean isSafe(Markup page, String expression) {
    return isSafe(page, expression, new ArrayList<>());
  }

  private boolean isSafe(Markup page, String expression, List<String> asked) {
    return Expressions.outcomes(expression).stream().allMatch(el -> isPlain(page, el, asked));
  }

  private boolean isPlain(Markup page, String el, List<String> asked) {
    if (Expressions.isLiteral(el)) {
      return !Expressions.literal(el).replace("&amp;", "").matches(".*[<>\"&].*");
    }
    if (el.matches("[\\d.]+|true|false|null")) {
      return true;
    }
    int operator = Expressions.find(el, 0, "+-*/%");
    if (operator > 0) {
      // Only numbers are calculated with; += puts texts together.
      return !el.startsWith("+=", operator);
    }
    if (el.startsWith("fn:escapeXml(")) {
      return Expressions.closing(el, el.indexOf('(')) == el.length() - 1;
    }
    if (Expressions.outside(el).contains(").concat(")) {
      return false;
    }
    return SAFE_CALL.matcher(el).matches()
        || isSafeAnswer(el)
        || isOfSafeType(page, el)
        || (el.matches("\\w+") && isNamedSafely(page, el, asked));
  }

  private static boolean isSafeAnswer(String el) {
    Matcher last = LAST_CALL.matcher(Expressions.outside(el).replace("()", ""));
    return last.matches()
        && el.matches(".*\\w(\\(\\))?")
        && (SAFE_ANSWERS.contains(last.group(1)) || SAFE_ANSWERS.contains(last.group(2)));
  }

  private boolean isOfSafeType(Markup page, String el) {
    Matcher root = ROOT.matcher(el);
    if (!root.matches()) {
      return false;
    }
    Matcher type =
        Pattern.compile("attribute name=\"" + root.group(1) + "\"[^>]* type=\"[\\w.]*?(\\w+)\"")
            .matcher(page.source);
    if (type.find()) {
      return SAFE_TYPES.contains(type.group(1));
    }
    return definitions(page, "c:forEach", root.group(1), "items")
        .anyMatch(items -> items.expressions().stream().allMatch(it -> isOfSafeType(page, it)));
  }

  // A name is as safe as what it stands for.
  private boolean isNamedSafely(Markup page, String name, List<String> asked) {
    if (asked.contains(page.path + name)) {
      return true;
    }
    asked.add(page.path + name);
    Predicate<Markup.Piece> safeHere =
        piece -> piece.expressions().stream().allMatch(el -> isSafe(page, el, asked));
    List<Markup.Piece> set = definitions(page, "c:set", name, "value").toList();
    List<Markup.Piece> tokens = definitions(page, "c:forTokens", name, "items").toList();
    if (!set.isEmpty() || !tokens.isEmpty()) {
      return set.stream().allMatch(safeHere) && tokens.stream().allMatch(safeHere);
    }
    return page.source.contains("attribute name=\"" + name + "\"")
        && callsAreSafe(page.path.replaceFirst(".*/(.*)\\.tag", "ui:$1"), name, asked);
  }

  private boolean callsAreSafe(String tag, String attribute, List<String> asked) {
    for (Markup page : pages) {
      for (Markup.Tag call : page.actions) {
        Markup.Piece given = call.attributes().get(attribute);
        if (call.name().equals(tag)
            && given != null
            && !given.expressions().stream().allMatch(el -> isSafe(page, el, asked))) {
          return false;
        }
      }
    }
    return true;
  }

  private static java.util.stream.Stream<Markup.Piece> definitions(
      Markup page, String tag, String variable, String attribute) {
    return page.actions.stream()
        .filter(action -> action.name().equals(tag) && action.attributes().containsKey("var"))
        .filter(action -> action.attributes().get("var").text().equals(variable))
        .map(action -> action.attributes().get(attribute));
  }
}
