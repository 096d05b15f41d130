package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other browser tests rely on: a page that does wrong is found out. */
@ExtendWith(BrowserExtension.class)
class BrowserExtensionIT {

  private final HttpServer server;
  private final URI origin;
  private String body = "";

  BrowserExtensionIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          byte[] page =
              ("<!doctype html><html lang=fr><title>Essai</title><link rel=icon href='data:,'><main>"
                      + body
                      + "</main>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
          exchange
              .getResponseHeaders()
              .set("Content-Security-Policy", policy(exchange.getRequestURI()));
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  private static String policy(URI uri) {
    return uri.getPath().equals("/strict") ? "script-src 'none'" : "";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Tab show(Tabs tabs, String path, String body) {
    this.body = body;
    Tab tab = tabs.open(Look.PHONE.inEnglish().inTheDark(), origin);
    tab.go(path);
    return tab;
  }

  @Test
  void complainsOfNothingOnAGoodPage(Tabs tabs) {
    Tab tab = show(tabs, "/", "<h1>Bonjour</h1>");
    tab.assertAccessible();
    tab.assertFits(320, 390, 768, 1440);
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void seesAnErrorInTheConsole(Tabs tabs) {
    Tab tab = show(tabs, "/", "<script>console.error('planted')</script>");
    assertThat(tab.complaints()).singleElement().asString().contains("planted");
    tab.expectFault("planted");
  }

  @Test
  void seesAnUncaughtException(Tabs tabs) {
    Tab tab = show(tabs, "/", "<script>throw new Error('planted')</script>");
    assertThat(tab.complaints()).anyMatch(told -> told.contains("uncaught: Error: planted"));
    tab.expectFault("planted");
  }

  @Test
  void seesWhatTheSecurityPolicyStops(Tabs tabs) {
    Tab tab = show(tabs, "/strict", "<script>let a = 1</script>");
    assertThat(tab.complaints())
        .anyMatch(told -> told.contains("security policy: script-src-elem"));
    tab.expectFault("security policy");
    tab.expectFault("Content Security Policy");
  }

  @Test
  void seesARequestToAnotherHost(Tabs tabs) {
    Tab tab = show(tabs, "/", "<img alt='' src='http://elsewhere.example/a.png'>");
    assertThat(tab.complaints())
        .anyMatch(told -> told.contains("another host: http://elsewhere.example/a.png"));
    tab.expectFault("elsewhere.example");
  }

  @Test
  void seesAWebSocketToAnotherHost(Tabs tabs) {
    Tab tab = show(tabs, "/", "<h1>Bonjour</h1>");
    // A page is loaded without waiting for its WebSockets.
    tab.page()
        .waitForWebSocket(
            () -> tab.page().evaluate("() => { new WebSocket('ws://elsewhere.example/'); }"));
    assertThat(tab.complaints()).anyMatch(told -> told.contains("another host: ws://elsewhere"));
    tab.expectFault("elsewhere.example");
  }

  @Test
  void missesAFaultThatWasExpected(Tabs tabs) {
    Tab tab = show(tabs, "/", "");
    tab.expectFault("planted");
    assertThat(tab.complaints()).containsExactly("expected, but did not come: planted");
    tab.page().evaluate("console.error('planted')");
  }

  @Test
  void seesAnImageWithoutAText(Tabs tabs) {
    Tab tab = show(tabs, "/", "<h1>Bonjour</h1><img src='data:,'>");
    assertThatThrownBy(tab::assertAccessible)
        .hasMessageContaining("image-alt (critical)")
        .hasMessageContaining("<img src=");
  }

  @Test
  void seesWhatIsTooWide(Tabs tabs) {
    Tab tab = show(tabs, "/", "<p style='width: 700px'>large</p>");
    tab.assertFits(768);
    assertThatThrownBy(() -> tab.assertFits(320)).hasMessageContaining("<p style=");
  }

  @Test
  void looksAsAsked(Tabs tabs) throws IOException {
    Tab tab = show(tabs, "/", "<h1>Bonjour</h1>");
    Page page = tab.page();
    assertThat(page.evaluate("navigator.language")).isEqualTo("en-CA");
    assertThat(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).isEqualTo(true);
    assertThat(page.evaluate("innerWidth")).isEqualTo(390);
    assertThat(Files.size(tab.screenshot("look"))).isPositive();
  }
}
