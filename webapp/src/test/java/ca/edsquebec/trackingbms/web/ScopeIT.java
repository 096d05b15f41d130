package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody of one place sees what stands there, whichever way he asks, and nothing else. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeIT {

  private final Portal portal;
  private final Http http;
  private final Cast cast;
  private final Place annex;
  private final TestBattery mine;
  private final TestBattery other;
  private final String token;

  ScopeIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.cast = new Cast(portal);
    this.mine = portal.battery();
    this.other = portal.battery();
    this.annex = cast.place("Annexe " + UUID.randomUUID());
    this.token = portal.signIn(cast.at(annex));
    move(mine, annex.name());
    await(() -> http.get(mine.path(""), token).status() == 200);
    send(mine, other);
  }

  private void move(TestBattery battery, String place) {
    cast.fleet().move(Actor.SYSTEM, portal.acme().tenant(), battery.code(), place, Instant.now());
  }

  private void send(TestBattery... batteries) {
    for (TestBattery battery : batteries) {
      String sample =
          "{\"battery\":\"%s\",\"ts\":%d,\"soc\":50}"
              .formatted(battery.code(), System.currentTimeMillis());
      assertThat(http.postJson("/api/v1/ingest/samples", portal.acme().key(), sample).status())
          .isEqualTo(200);
    }
  }

  /** What was moved shows within 10 s, a live line within 30 s: nothing tells a program outside. */
  private static void await(BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not there within 15 s").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private JsonNode json(String path) {
    return http.get(path, token).json();
  }

  private static Set<String> ids(JsonNode items, String field) {
    Set<String> ids = new TreeSet<>();
    items.forEach(item -> ids.add(item.get(field).asText()));
    return ids;
  }

  @Test
  void listsAndCountsOnlyWhatStandsThere() {
    JsonNode list = json("/api/v1/batteries?size=200");
    assertThat(ids(list.get("items"), "id")).containsExactly(mine.id());
    assertThat(list.get("total").asInt()).isEqualTo(1);
    assertThat(ids(json("/api/v1/places").get("items"), "name")).containsExactly(annex.name());
    assertThat(json("/api/v1/types").get("items")).hasSize(1);
  }

  @Test
  void findsNothingElseBySearching() {
    for (String query : List.of("q=" + other.code(), "sort=-code", "size=200&page=2")) {
      assertThat(http.get("/api/v1/batteries?" + query, token).body())
          .doesNotContain(other.id(), "\"" + other.code() + "\"");
    }
  }

  @Test
  void knowsOfNothingElse() {
    for (String path :
        List.of(
            "",
            "/latest",
            "/history?metrics=soc",
            "/history?metrics=soc&resolution=hour",
            "/cells")) {
      assertThat(http.get(other.path(path), token).status()).as(path).isEqualTo(404);
      assertThat(http.get(mine.path(path), token).status()).as(path).isNotEqualTo(404);
    }
  }

  @Test
  void pagesNameNoOtherPlaceAndNoOtherBattery() {
    for (String page :
        List.of(
            "/c/acme",
            "/c/acme/batteries",
            "/c/acme/batteries?q=T-",
            "/c/acme/batteries/" + mine.id())) {
      String body = http.get(page, token, "Accept", "text/html").body();
      assertThat(body).as(page).contains(mine.id());
      assertThat(body).as(page).doesNotContain("Entrepôt", other.id(), other.code() + "<");
    }
    assertThat(http.get("/c/acme/batteries/" + other.id(), token).status()).isEqualTo(404);
  }

  @Test
  void livePollShowsNothingElse() {
    for (String wish : List.of("", "?fleet=true", "?batteries=" + other.id() + "," + mine.id())) {
      JsonNode update = json("/api/v1/live" + wish);
      assertThat(ids(update.get("batteries"), "id")).as(wish).containsExactly(mine.id());
    }
    assertThat(json("/api/v1/live?fleet=true").at("/fleet/batteries").asInt()).isEqualTo(1);
  }

  @Test
  void liveLineSaysNothingElse() {
    try (LiveSocket line = LiveSocket.open(http, "?fleet=true", token)) {
      JsonNode first = line.next();
      assertThat(ids(first.get("batteries"), "id")).containsExactly(mine.id());
      assertThat(first.at("/fleet/batteries").asInt()).isEqualTo(1);
      send(other, mine);
      assertThat(ids(line.next().get("batteries"), "id")).containsExactly(mine.id());
    }
  }

  @Test
  void liveLineStartsAnewWhenABatteryComesOrGoes() {
    TestBattery guest = portal.battery();
    String cursor = json("/api/v1/live").get("cursor").asText();
    try (LiveSocket line = LiveSocket.open(http, "", token)) {
      assertThat(line.next().get("reset").asBoolean()).isTrue();
      send(guest);
      move(guest, annex.name());
      await(() -> http.get(guest.path(""), token).status() == 200);
      send(mine);
      JsonNode anew = nextReset(line);
      assertThat(ids(anew.get("batteries"), "id")).containsExactlyInAnyOrder(mine.id(), guest.id());
      assertThat(json("/api/v1/live?since=" + cursor).get("reset").asBoolean()).isTrue();

      move(guest, "Entrepôt");
      await(() -> http.get(guest.path(""), token).status() == 404);
      send(mine);
      assertThat(ids(nextReset(line).get("batteries"), "id")).containsExactly(mine.id());
    }
  }

  private static JsonNode nextReset(LiveSocket line) {
    JsonNode next = line.next();
    while (!next.get("reset").asBoolean()) {
      next = line.next();
    }
    return next;
  }
}
