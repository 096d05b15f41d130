package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertProblem;
import static ca.edsquebec.trackingbms.web.testkit.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Access;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who gets in where: every endpoint there is, found by its annotations. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

  private static final String SOCKET = "/ws/live";

  static final List<Endpoint> ALL = Endpoints.all();

  static final List<Endpoint> GUARDED =
      ALL.stream().filter(endpoint -> endpoint.access() != Access.OPEN).toList();

  static final List<Endpoint> PERMITTED =
      ALL.stream().filter(endpoint -> endpoint.access() == Access.PERMITTED).toList();

  static final List<Endpoint> OF_A_BATTERY =
      GUARDED.stream().filter(Endpoint::isAboutABattery).toList();

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final String garbled;

  AccessIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    // Only acme has it: what boreal asks for must not be there by another name.
    this.battery = portal.battery();
    this.garbled = garbled(portal.signIn(portal.acme().user()));
  }

  private static String garbled(String token) {
    int middle = token.lastIndexOf('.') + 5;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    return token.substring(0, middle) + other + token.substring(middle + 1);
  }

  private Answer call(Endpoint endpoint, String credential, String... headers) {
    String path = endpoint.pathOf(battery);
    if (endpoint.contentType() == null) {
      return http.send(endpoint.method(), path, credential, BodyPublishers.noBody(), headers);
    }
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = endpoint.contentType();
    return http.send(endpoint.method(), path, credential, BodyPublishers.ofString("{}"), all);
  }

  private void assertRefuses(Endpoint endpoint, int status, String credential, String... headers) {
    Answer answer = call(endpoint, credential, headers);
    assertRefused(endpoint.pathOf(battery), answer, status);
    if (status == 401) {
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @Test
  void scanFindsTheEndpoints() {
    assertThat(ALL)
        .extracting(Endpoint::toString)
        .contains(
            "POST /api/v1/ingest/samples application/json",
            "POST /api/v1/ingest/frames/{connector} text/plain",
            "GET /api/v1/batteries/{id}",
            "GET /api/v1/batteries/{id}/history",
            "GET /api/v1/live",
            "GET /api/v1/me");
  }

  @ParameterizedTest
  @FieldSource("GUARDED")
  void anonymousIsNotLetIn(Endpoint endpoint) {
    assertRefuses(endpoint, 401, null);
  }

  @ParameterizedTest
  @FieldSource("GUARDED")
  void garbageProvesNothing(Endpoint endpoint) {
    for (String garbage :
        List.of(
            "x",
            "tbms_",
            "tbms_aaaaaaaaaaaa_" + "b".repeat(52),
            portal.acme().key() + "x",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
            garbled,
            "a".repeat(4000))) {
      assertRefuses(endpoint, 401, garbage);
    }
  }

  @ParameterizedTest
  @FieldSource("PERMITTED")
  void keyWithoutTheScopeIsForbidden(Endpoint endpoint) {
    boolean ingest = endpoint.permission().orElseThrow() == Permission.INGEST;
    String wrong = ingest ? portal.acme().readKey() : portal.acme().ingestKey();
    assertRefuses(endpoint, 403, wrong);
  }

  @ParameterizedTest
  @FieldSource("OF_A_BATTERY")
  void batteryOfAnotherClientIsNotThere(Endpoint endpoint) {
    // A code is a client's own: boreal has one of the same name, so a frame would be its own.
    if (endpoint.showsABattery() && endpoint.permission().orElseThrow() == Permission.VIEW_FLEET) {
      assertRefuses(endpoint, 404, portal.boreal().key());
    }
  }

  @ParameterizedTest
  @FieldSource("PERMITTED")
  void anotherClientCannotBeChosen(Endpoint endpoint) {
    if (endpoint.contentType() == null) {
      assertRefuses(endpoint, 404, portal.boreal().key(), "X-Client", "acme");
      assertRefuses(endpoint, 404, portal.boreal().key(), "X-Client", "nobody");
    }
  }

  @Test
  void revokedKeyIsRefusedWithinASecondEverywhere() throws InterruptedException {
    NewKey key = portal.key(portal.acme().tenant(), EnumSet.allOf(Scope.class));
    assertThat(http.get("/api/v1/me", key.text()).status()).isEqualTo(200);
    assertThat(LiveSocket.statusOf(http, SOCKET, key.text())).isEqualTo(101);

    portal.keys().revoke(Maker.operator(Actor.SYSTEM), portal.acme().tenant(), key.key().id());
    TimeUnit.MILLISECONDS.sleep(1000);

    for (Endpoint endpoint : GUARDED) {
      assertRefuses(endpoint, 401, key.text());
    }
    assertThat(LiveSocket.statusOf(http, SOCKET, key.text())).isEqualTo(401);
  }

  @Test
  void endedSessionIsRefusedAtOnceEverywhere() {
    String token = portal.signIn(portal.acme().user());
    assertThat(http.get("/api/v1/me", token).status()).isEqualTo(200);
    assertThat(http.get(battery.path(""), token).status()).isEqualTo(200);

    assertThat(http.postJson("/api/v1/auth/logout", token, "").status()).isEqualTo(204);

    for (Endpoint endpoint : GUARDED) {
      assertRefuses(endpoint, 401, token);
    }
    assertThat(LiveSocket.statusOf(http, SOCKET, token)).isEqualTo(401);
  }

  @Test
  void webSocketAsksForTheSameAsTheApi() {
    assertThat(LiveSocket.statusOf(http, SOCKET, portal.acme().readKey())).isEqualTo(101);
    assertThat(LiveSocket.statusOf(http, SOCKET, null)).isEqualTo(401);
    assertThat(LiveSocket.statusOf(http, SOCKET, "garbage")).isEqualTo(401);
    assertThat(LiveSocket.statusOf(http, SOCKET, garbled)).isEqualTo(401);
    assertThat(LiveSocket.statusOf(http, SOCKET, portal.acme().ingestKey())).isEqualTo(403);
    assertThat(LiveSocket.statusOf(http, SOCKET + "?client=acme", portal.boreal().readKey()))
        .isEqualTo(404);
    assertThat(LiveSocket.statusOf(http, "/ws/other", portal.acme().readKey())).isEqualTo(404);
  }

  @Test
  void pageOfAnotherSiteMayNotOpenTheWebSocket() {
    String key = portal.acme().readKey();
    String own = "http://" + http.base().getAuthority();
    assertThat(LiveSocket.statusOf(http, SOCKET, key, "Origin", own)).isEqualTo(101);
    for (String foreign : List.of("https://evil.example", "null", "http://127.0.0.1:1", "::")) {
      assertThat(LiveSocket.statusOf(http, SOCKET, key, "Origin", foreign))
          .as(foreign)
          .isEqualTo(403);
    }
  }

  @Test
  void webSocketPathIsNothingElse() {
    assertThat(http.get(SOCKET, portal.acme().readKey()).status()).isIn(400, 404, 426);
    assertThat(http.get(SOCKET, null).status()).isEqualTo(401);
  }

  @Test
  void signInTellsNotWhetherTheAccountExists() {
    Answer unknown = signIn("nobody@acme.example", "wrong");
    Answer wrong = signIn(portal.acme().user().email(), "wrong");
    assertProblem(unknown, 401);
    assertProblem(wrong, 401);
    for (String field : List.of("type", "title", "detail")) {
      assertThat(wrong.json().get(field)).isEqualTo(unknown.json().get(field));
    }
  }

  @Test
  void guessingPasswordsIsToldToWait() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("guessed@acme.example", "guess" + i).status()).isEqualTo(401);
    }
    Answer answer = signIn("guessed@acme.example", "guess");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  private Answer signIn(String email, String password) {
    return http.postJson(
        "/api/v1/auth/login",
        null,
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  @Test
  void personOfTwoClientsChoosesOne() {
    Portal.Account both = new Cast(portal).join(Membership.WHOLE);
    portal.join(both, portal.boreal());
    String token = portal.signIn(both);

    assertThat(http.get("/api/v1/me", token).json().get("clients")).hasSize(2);
    assertProblem(http.get("/api/v1/batteries", token), 400);
    Map<String, String> seen =
        Map.of(
            "acme",
            http.get("/api/v1/batteries?client=acme&size=200", token).body(),
            "boreal",
            http.get("/api/v1/batteries?size=200", token, "X-Client", "boreal").body());
    assertThat(seen.get("acme")).contains(battery.id());
    assertThat(seen.get("boreal")).doesNotContain(battery.id());
  }

  @Test
  void meSaysWhoOneIs() {
    String token = portal.signIn(portal.acme().admin());
    Answer user = http.get("/api/v1/me", token);
    assertThat(user.json().get("email").asText()).isEqualTo(portal.acme().admin().email());
    assertThat(user.json().at("/clients/0/client").asText()).isEqualTo("acme");
    assertThat(user.json().at("/clients/0/role").asText()).isEqualTo("client-admin");
    Answer key = http.get("/api/v1/me", portal.acme().ingestKey());
    assertThat(key.json().has("email")).isFalse();
    assertThat(key.json().at("/clients/0/client").asText()).isEqualTo("acme");
  }
}
