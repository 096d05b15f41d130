package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The build unpacks those icons that pages draw, and no others. */
class IconsTest {

  private static final Pattern UNPACKED =
      Pattern.compile("\\*\\*/icons/(?:outline/|(?=filled/))([\\w/-]+)\\.svg");

  private static Set<String> unpacked(String pom) {
    Set<String> names = new TreeSet<>();
    UNPACKED.matcher(pom).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** What is handed on under another name is found where it comes from. */
  private static Set<String> drawn(List<Markup> pages) {
    Set<String> names = new TreeSet<>();
    for (Markup page : pages) {
      for (Markup.Tag tag : page.actions) {
        Markup.Piece piece = tag.attributes().get(tag.name().equals("ui:icon") ? "name" : "icon");
        if (piece != null) {
          names.add(piece.text());
          for (String expression : piece.expressions()) {
            Expressions.outcomes(expression).stream()
                .filter(Expressions::isLiteral)
                .map(Expressions::literal)
                .forEach(names::add);
          }
        }
      }
    }
    names.remove("");
    return names;
  }

  /** Of a record that says which icon it has: its names stand in Java. */
  private static Set<String> namedInJava(Set<String> unpacked) {
    return unpacked.stream()
        .filter(
            name ->
                Sources.java().values().stream().anyMatch(it -> it.contains("\"" + name + "\"")))
        .collect(Collectors.toSet());
  }

  @Test
  void pagesDrawTheIconsThatAreUnpackedAndNoOthers() {
    Set<String> drawn = drawn(Sources.pages());
    assertThat(drawn).as("drawn by pages, to stand in webapp/pom.xml").isNotEmpty();
    Set<String> unpacked = unpacked(Sources.read("pom.xml"));
    drawn.addAll(namedInJava(unpacked));
    assertThat(unpacked).isEqualTo(drawn);
  }

  @Test
  void iconsAreSeenInChoicesAndOnTags() {
    Markup page =
        new Markup(
            "a.jsp",
            "<ui:icon name=\"${up ? 'arrow-up' : 'minus'}\"/><ui:empty icon=\"bell\"/>"
                + "<ui:icon name=\"${icon}\"/><ui:icon name=\"filled/x\"/><ui:kpi name=\"soc\"/>");
    assertThat(drawn(List.of(page))).containsExactly("arrow-up", "bell", "filled/x", "minus");
    assertThat(unpacked("**/icons/outline/bell.svg, **/icons/filled/x.svg"))
        .containsExactly("bell", "filled/x");
  }
}
