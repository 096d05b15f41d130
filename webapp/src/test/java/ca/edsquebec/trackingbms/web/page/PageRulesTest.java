package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSPs and tags escape what they print, hold no words, and nothing that the browser would stop. */
class PageRulesTest {

  @Test
  void noPageBreaksARule() {
    assertThat(PageRules.complaints(Sources.pages())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>${battery.name()}</p>",
        "<p>${fn:escapeXml(a)}${b.name()}</p>",
        "<p>${fn:escapeXml(a).concat(b.name())}</p>",
        "<p>${f.soc(x).concat(b.name())}</p>",
        "<p>${1 += b.name()}</p>",
        "<p>${known ? fn:escapeXml(a) : b.name()}</p>",
        "<p>${t.of('nav.home')}</p>",
        "<a href=\"${it.link()}\">–</a>",
        "<a title=\"${x ? '<' : ''}\">–</a>",
        "<c:set var=\"who\" value=\"${b.name()}\"/><p>${who}</p>",
        "<c:forEach items=\"${it.names()}\" var=\"one\"><p>${one}</p></c:forEach>",
        "<c:out value=\"${x}\" escapeXml=\"false\"/>",
        "<p style=\"color:red\">1</p>",
        "<p STYLE='color:red'>1</p>",
        "<button onclick=\"go()\">1</button>",
        "<button<c:if test=\"${a > b}\"> onclick=go</c:if>>1</button>",
        "<script>go()</script>",
        "<script type=\"module\">go()</script>",
        "<style>p{}</style>",
        "<% out.print(1); %>",
        "<%= name %>",
        "<jsp:scriptlet>go();</jsp:scriptlet>",
        "<p>Batterie</p>",
        "<p>Été</p>",
        "<p>${wide ? 'Batterie' : ''}</p>",
        "<input placeholder=\"Chercher\">",
        "<svg aria-label=\"${x ? 'Charge' : 'Repos'}\"></svg>",
        "<ui:card title=\"Batteries\"/>",
        "<img src=\"https://example.org/a.png\">",
        "<script src=\"//example.org/a.js\"></script>"
      })
  void everyRuleIsHeld(String fault) {
    assertThat(PageRules.complaints(with(fault))).hasSize(1).allMatch(it -> it.contains(":2: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>${fn:escapeXml(b.name())} · 5 %</p>",
        "<p class=\"a${wide ? ' wide' : ''}\">${f.soc(b.soc()).value()}</p>",
        "<rect x=\"${scale.at(b.name()) - 2}\"/>",
        "<a<c:if test=\"${a > b}\"> aria-current=\"true\"</c:if>>TrackingBMS · EDS Québec</a>",
        "<c:forTokens items=\"low high\" var=\"tone\"><i class=\"${tone}\"></i></c:forTokens>",
        "<script type=\"application/json\">${t.json('live.')}</script>",
        "<%-- A comment: style=\"\" ${b.name()} --%>"
      })
  void whatIsRightIsLetPass(String right) {
    assertThat(PageRules.complaints(with(right))).isEmpty();
  }

  @Test
  void tagPrintsWhatItsCallersGiveIt() {
    Markup tag =
        new Markup("tags/mark.tag", "<%@ attribute name=\"tone\" %>\n<i class=\"${tone}\"></i>");
    Markup right = new Markup("a.jsp", "<ui:mark tone=\"${b.condition().jsonName()}\"/>");
    Markup wrong = new Markup("b.jsp", "<ui:mark tone=\"${b.name()}\"/>");

    assertThat(PageRules.complaints(List.of(tag, right))).isEmpty();
    assertThat(PageRules.complaints(List.of(tag, right, wrong)))
        .singleElement()
        .asString()
        .startsWith("tags/mark.tag:2: ${tone} may print markup");
  }

  private static List<Markup> with(String secondLine) {
    List<Markup> pages = new ArrayList<>(Sources.pages());
    pages.add(new Markup("planted.jsp", "<p>–</p>\n" + secondLine + "\n"));
    return pages;
  }
}
