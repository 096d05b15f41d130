package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that elements of our pages may have. */
final class DrawnClasses {

  private static final Pattern TEXT_IN_CODE =
      Pattern.compile("//[^\n]*|'([^'\n]*)'|`([^`]*)`|\"((?:\\\\.|[^\"\\\\\n])*)\"");

  /** Classes, and beginnings such as {@code tone-}, to which an expression adds the rest. */
  private final Set<String> drawn = new TreeSet<>();

  /** What expressions add. */
  private final Set<String> endings = new TreeSet<>();

  DrawnClasses(List<Markup> pages, Stream<String> code) {
    pages.forEach(this::read);
    code.forEach(this::read);
    Stream.of(Condition.values()).map(Condition::jsonName).forEach(endings::add);
    Stream.of(Flow.values())
        .map(flow -> flow.name().toLowerCase(Locale.ROOT))
        .forEach(endings::add);
  }

  private void read(Markup page) {
    Stream.concat(page.elements.stream(), page.actions.stream())
        .map(tag -> tag.attributes().get("class"))
        .filter(value -> value != null)
        .forEach(this::addClasses);
    for (Markup.Tag tag : page.actions) {
      for (Markup.Piece handed : tag.attributes().values()) {
        add(handed.text());
        endings.addAll(List.of(handed.text().split("\\s+")));
      }
    }
  }

  private void addClasses(Markup.Piece value) {
    add(value.text());
    value.expressions().stream()
        .flatMap(expression -> Expressions.outcomes(expression).stream())
        .filter(Expressions::isLiteral)
        .map(Expressions::literal)
        .forEach(this::add);
  }

  private void read(String code) {
    TEXT_IN_CODE
        .matcher(code)
        .results()
        .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
        .filter(text -> text != null)
        .forEach(text -> add(text.replaceAll("\\$\\{[^}]*\\}", "")));
  }

  private void add(String words) {
    drawn.addAll(List.of(words.split("[^\\w-]+")));
  }

  boolean has(String name) {
    return drawn.contains(name)
        || endings.stream()
            .filter(name::endsWith)
            .map(ending -> name.substring(0, name.length() - ending.length()))
            .anyMatch(beginning -> beginning.endsWith("-") && drawn.contains(beginning));
  }
}
