package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSPs and tags escape what they print, hold no words, and nothing that the browser would stop. */
class PageRulesTest {

  @Test
  void noPageBreaksARule() {
    assertThat(PageRules.complaints(Sources.pages())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <p>${battery.name()}</p> | escapeXml
          <p>${fn:escapeXml(a)}${b.name()}</p> | escapeXml
          <p>${fn:escapeXml(a).concat(b.name())}</p> | escapeXml
          <p>${f.soc(x).concat(b.name())}</p> | escapeXml
          <p>${1 += b.name()}</p> | escapeXml
          <p>${known ? fn:escapeXml(a) : b.name()}</p> | escapeXml
          <p>${t.of('nav.home')}</p> | escapeXml
          <a href="${it.link()}">–</a> | escapeXml
          <a class="${x ? '<' : ''}">–</a> | escapeXml
          <c:set var="who" value="${b.name()}"/><p>${who}</p> | escapeXml
          <c:forEach items="${it.names()}" var="one"><p>${one}</p></c:forEach> | escapeXml
          <c:out value="${x}" escapeXml="false"/> | lets markup through
          <p>${f.soc(x)} <b>5</b></p> | loses its space
          <p style="color:red">1</p> | style= is stopped
          <p STYLE='color:red'>1</p> | STYLE= is stopped
          <p class='a'>1</p> | double quotes
          <button onclick="go()">1</button> | onclick= is stopped
          <button<c:if test="${a > b}"> onclick=go</c:if>>1</button> | onclick= is stopped
          <script>go()</script> | <script> is stopped
          <script type="module">go()</script> | <script> is stopped
          <style>p{}</style> | <style> is stopped
          <% out.print(1); %> | is Java
          <%= name %> | is Java
          <jsp:scriptlet>go();</jsp:scriptlet> | is Java
          <p>Batterie</p> | a word
          <p>Été</p> | a word
          <p>${wide ? 'Batterie' : ''}</p> | a word
          <input placeholder="Chercher"> | a word
          <svg aria-label="${x ? 'Charge' : ''}"></svg> | a word
          <ui:card title="Batteries"/> | a word
          <img src="https://example.org/a.png"> | another host
          <script src="//example.org/a.js"></script> | another host
          """)
  void everyRuleIsHeld(String fault, String reason) {
    assertThat(PageRules.complaints(with(fault)))
        .allMatch(complaint -> complaint.startsWith("planted.jsp:2: "))
        .anyMatch(complaint -> complaint.contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>${fn:escapeXml(b.name())} · 5 %</p>",
        "<p>${x > 0 ? fn:escapeXml(t.of('a.b', ''.concat(x))) : ''}</p>",
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
    return List.of(new Markup("planted.jsp", "<p>–</p>\n" + secondLine + "\n"));
  }
}
