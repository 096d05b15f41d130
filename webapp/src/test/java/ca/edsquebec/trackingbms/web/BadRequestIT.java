package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertKeepsInsides;
import static ca.edsquebec.trackingbms.web.testkit.Problems.assertProblem;
import static ca.edsquebec.trackingbms.web.testkit.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, parameters, methods and sign-ins that are wrong: a clear answer in one's language. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestIT {

  static final List<Endpoint> ALL = Endpoints.all();

  static final List<Endpoint> WITH_BODY =
      ALL.stream()
          .filter(endpoint -> endpoint.contentType() != null && endpoint.isOpenToAKey())
          .toList();

  static final List<String> PATHS =
      ALL.stream()
          .map(Endpoint::path)
          .distinct()
          .filter(
              path ->
                  ALL.stream().filter(e -> e.path().equals(path)).allMatch(Endpoint::isOpenToAKey))
          .toList();

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final String key;

  BadRequestIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
    this.key = portal.acme().key();
  }

  // ---- every endpoint

  @ParameterizedTest
  @FieldSource("PATHS")
  void wrongMethodIsToldWhichAreRight(String path) {
    Set<String> right =
        ALL.stream()
            .filter(endpoint -> endpoint.path().equals(path))
            .map(Endpoint::method)
            .collect(Collectors.toSet());
    String wrong = right.contains("GET") ? "DELETE" : "GET";
    String address =
        ALL.stream().filter(e -> e.path().equals(path)).findFirst().orElseThrow().pathOf(battery);
    Answer answer = http.send(wrong, address, key, BodyPublishers.noBody());
    assertRefused(address, answer, 405);
    assertThat(answer.header("Allow")).contains(right);
    assertRefused(address, http.send("PATCH", address, key, BodyPublishers.noBody()), 405);
  }

  @ParameterizedTest
  @FieldSource("WITH_BODY")
  void wrongContentTypeIsRefused(Endpoint endpoint) {
    for (String type : List.of("application/xml", "image/png", "multipart/form-data; boundary=x")) {
      assertProblem(http.post(endpoint.pathOf(battery), key, type, new byte[] {'{', '}'}), 415);
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BODY")
  void bodyOfTwentyMegabytesIsRefused(Endpoint endpoint) {
    byte[] large =
        "{\"email\":\"%s".formatted("a".repeat(20 << 20)).getBytes(StandardCharsets.UTF_8);
    assertProblem(http.post(endpoint.pathOf(battery), key, endpoint.contentType(), large), 413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/nothing",
        "/api/v1/batteries/x/y/z",
        "/api",
        "/api/v2/health",
        "/api/v1/ingest",
        "/index.html",
        "/api/v1/batteries/'%20OR%201=1",
        "/application.wadl"
      })
  void unknownPathIsNotThere(String path) {
    assertProblem(http.get(path, key), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/WEB-INF/web.xml", "/META-INF/context.xml", "/static/x"})
  void whatTheContainerKeepsIsNotThere(String path) {
    Answer answer = http.get(path, key);
    assertThat(answer.status()).isEqualTo(404);
    assertKeepsInsides(answer);
  }

  @Test
  void addressThatTheContainerRefusesGivesNothingOfOursAway() throws IOException {
    for (String line :
        List.of(
            "GET /%zz HTTP/1.1",
            "GET /a\\b HTTP/1.1",
            "GET /{x} HTTP/1.1",
            "GET /..%2f..%2fetc/passwd HTTP/1.1",
            "BREW / HTTP/1.1",
            "nonsense")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.base().getPort())) {
        socket.setSoTimeout(10_000);
        socket
            .getOutputStream()
            .write(
                (line + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).as(line).contains(" 4").doesNotContain("edsquebec");
      }
    }
  }

  @Test
  void titlesFollowTheLanguage() {
    String path = "/api/v1/nothing";
    assertThat(title(http.get(path, null))).isEqualTo("Introuvable");
    assertThat(title(http.get(path, null, "Accept-Language", "en-CA"))).isEqualTo("Not found");
    assertThat(title(http.get(path, null, "Accept-Language", "en-US,en;q=0.8,fr;q=0.5")))
        .isEqualTo("Not found");
    assertThat(title(http.get(path, null, "Accept-Language", "fr-CA,en;q=0.5")))
        .isEqualTo("Introuvable");
    assertThat(title(http.get(path, null, "Accept-Language", "de,ja"))).isEqualTo("Introuvable");
    assertThat(title(http.get(path, null, "Accept-Language", ";;q=x"))).isEqualTo("Introuvable");
    assertThat(title(http.get("/api/v1/me", null, "Accept-Language", "en-CA")))
        .isEqualTo("Sign-in required");
    assertThat(title(http.get("/ws/live", null, "Accept-Language", "en-CA")))
        .isEqualTo("Sign-in required");
    assertThat(title(http.postJson("/api/v1/ingest/samples", key, "{", "Accept-Language", "en-CA")))
        .isEqualTo("Unreadable request body");
  }

  private static String title(Answer answer) {
    return answer.json().get("title").asText();
  }

  @Test
  void answerThatIsNotOfferedIsRefused() {
    assertProblem(http.get("/api/v1/batteries", key, "Accept", "text/csv"), 406);
  }

  // ---- parameters

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=x",
        "from=2026-13-01T00:00:00Z",
        "from=-5",
        "from=2&to=1",
        "metrics=",
        "metrics=soc,,power",
        "metrics=nothing",
        "metrics=soc;drop",
        "resolution=minute",
        "resolution=",
        "from=%00",
        "from=9999999999999999999",
        "from=2026-01-01",
        "from=%2B999999999-12-31T23:59:59Z&to=%2B999999999-12-31T23:59:59Z"
      })
  void historyOfNonsenseIsRefused(String query) {
    JsonNode problem = assertProblem(http.get(battery.path("/history?" + query), key), 400);
    assertThat(problem.get("errors").get(0).get("field").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=-1",
        "page=x",
        "page=9999999999",
        "size=0",
        "size=x",
        "size=100000",
        "sort=nothing",
        "sort=",
        "chemistry=water",
        "status=gone",
        "page=%00",
        "page="
      })
  void listOfNonsenseIsRefused(String query) {
    JsonNode problem = assertProblem(http.get("/api/v1/batteries?" + query, key), 400);
    assertThat(problem.get("errors").get(0).get("field").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%25",
        "q=_",
        "q='",
        "q=%27%20OR%201=1--",
        "q=%00",
        "q=\u20ac",
        "type=nothing",
        "place=nothing",
        "q=%5C",
        "page=999999999",
        "unknown=1"
      })
  void oddSearchFindsNothingAndBreaksNothing(String query) {
    Answer answer = http.get("/api/v1/batteries?" + query.replace("\u20ac", "%E2%82%AC"), key);
    assertThat(answer.status()).as(answer.body()).isIn(200, 400, 404);
    assertKeepsInsides(answer);
    if (answer.status() == 200 && !query.startsWith("unknown") && !query.startsWith("q=_")) {
      assertThat(answer.json().get("items")).isEmpty();
    }
  }

  @Test
  void clientOfNonsenseIsRefused() {
    assertThat(http.get("/api/v1/batteries?client=%00", key).status()).isIn(400, 404);
    assertThat(http.get("/api/v1/batteries", key, "X-Client", "../x").status()).isIn(400, 404);
    assertProblem(http.get("/api/v1/batteries?client=nobody", key), 404);
    assertProblem(http.get("/api/v1/batteries?client=boreal", key), 404);
  }

  @Test
  void unknownCursorStartsAnew() {
    for (String cursor :
        List.of("x", "0-0", "%00", "a".repeat(2000), "aaaaaaaa-99999999999999999")) {
      JsonNode update =
          http.get("/api/v1/live?batteries=" + battery.id() + "&since=" + cursor, key).json();
      assertThat(update.get("reset").asBoolean()).isTrue();
    }
  }

  // ---- signing in

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "5",
        "null",
        "{}",
        "{\"email\":\"a@b.example\"}",
        "{\"password\":\"x\"}",
        "{\"email\":[],\"password\":\"x\"}",
        "{\"email\":{\"a\":1},\"password\":\"x\"}",
        "{\"email\":\"a@b.example\",\"password\":[1]}",
        "{\"email\":null,\"password\":null}",
        "\u0000"
      })
  void signInOfNonsenseIsRefused(String body) {
    assertProblem(http.postJson("/api/v1/auth/login", null, body), 400);
  }

  @Test
  void signInTakesWhatItDoesNotKnowYet() {
    String body = "{\"email\":\"nobody@x.example\",\"password\":\"x\",\"otp\":\"123456\"}";
    assertProblem(http.postJson("/api/v1/auth/login", null, body), 401);
  }

  @Test
  void signInWithOddTextsIsJustWrong() {
    for (String email :
        List.of("", " ", "'", "a@b", "\\u0000@x.example", "é@x.example", "a".repeat(5000))) {
      String body = "{\"email\":\"%s\",\"password\":\"x\\u0000\"}".formatted(email);
      assertProblem(http.postJson("/api/v1/auth/login", null, body), 401);
    }
  }

  @Test
  void wrongPasswordIsInNoLog() {
    String password = "Hunter2-Hunter2-Hunter2";
    http.postJson(
        "/api/v1/auth/login",
        null,
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(portal.acme().user().email(), password));
    http.postJson("/api/v1/auth/login", null, "{\"password\":\"" + password + "\",");
    assertThat(portal.log().contains(password)).isFalse();
  }
}
