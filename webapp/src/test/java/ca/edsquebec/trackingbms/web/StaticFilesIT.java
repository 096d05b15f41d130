package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertKeepsInsides;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told about a page, and how it gets the files beside it. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaticFilesIT {

  private static final Pattern OWN = Pattern.compile("/static/app-[0-9a-f]{12}/");
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Http http;
  private final Visitor visitor;
  private final String own;

  StaticFilesIT(Portal portal) {
    this.http = portal.http();
    this.visitor = new Visitor(http);
    visitor.signIn(portal.acme().user());
    this.own =
        OWN.matcher(visitor.get("/login").body()).results().findFirst().orElseThrow().group();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/c/acme", "/nothing", "/api/v1/me", "/static/nothing"})
  void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
    Answer answer = visitor.get(path);
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("Cache-Control")).doesNotContain("public");
  }

  @Test
  void pagesAreNotStored() {
    assertThat(visitor.get("/c/acme").header("Cache-Control")).isEqualTo("no-store");
    assertThat(visitor.get("/login").header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"frame.js, text/javascript", "frame.css, text/css", "mark.svg, image/svg+xml"})
  void fileUnderItsHashIsKeptForEver(String name, String type) {
    Answer answer = http.get(own + name, null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Cache-Control")).isEqualTo(FOR_EVER);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void pageOfAnEarlierVersionGetsTodaysFilesOnce() {
    Answer answer = http.get("/static/app-000000000000/frame.js", null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(http.get(own + "frame.js", null).body());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/",
        "/static/app/",
        "/static/x.js",
        "/static/app-",
        "/static/app-x",
        "/static/app-x/",
        "/static/app-x/none.js",
        "/static/vendor/",
        "/static/vendor/x/y.css"
      })
  void whatIsNotThereIsAnErrorPage(String path) {
    Answer answer = visitor.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Page introuvable", "Page not found");
    assertThat(answer.header("Cache-Control")).doesNotContain("max-age");
    assertKeepsInsides(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/app-x/../../WEB-INF/web.xml",
        "/static/app-x/..%2f..%2fWEB-INF/web.xml",
        "/static/app-x/%2e%2e/%2e%2e/WEB-INF/web.xml",
        "/static/app-x/..;/..;/WEB-INF/web.xml",
        "/static/app-x/..%5c..%5cWEB-INF/web.xml",
        "/static/app-x//../../../WEB-INF/web.xml",
        "/static/app-x/%252e%252e/%252e%252e/WEB-INF/web.xml",
        "/static/app/../../WEB-INF/classes/version.properties",
        "/static/../WEB-INF/jsp/signin/signin.jsp"
      })
  void nothingElseIsServed(String path) throws IOException {
    String answer = raw(path);
    assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ");
    assertThat(answer).doesNotContain("<web-app", "taglib", "edsquebec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c/acme", "/login", "/api/v1/batteries?client=acme", "own"})
  void textIsCompressedForThoseWhoTakeIt(String path) {
    String address = path.equals("own") ? own + "format.js" : path;
    for (String no : new String[] {"identity", "gzip;q=0", "br, gzip; q=0"}) {
      Answer plain = get(address, no);
      assertThat(plain.header("Content-Encoding")).as(no).isEmpty();
      assertThat(plain.header("Vary")).as(no).contains("Accept-Encoding");
    }
    Answer gzipped = get(address, "br, gzip");
    assertThat(gzipped.status()).isEqualTo(200);
    assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzipped.header("Vary")).contains("Accept-Encoding");
    assertThat(gzipped.bytes()).startsWith(0x1f, 0x8b);
    assertThat(Http.gunzip(gzipped.bytes())).isNotBlank();
  }

  private Answer get(String address, String encodings) {
    return http.get(address, null, "Cookie", visitor.cookies(), "Accept-Encoding", encodings);
  }

  private String raw(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.base().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
