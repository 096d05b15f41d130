package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live feed, by WebSocket and by long poll. */
@ExtendWith(PortalExtension.class)
class LiveIT {

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final TestBattery namesake;
  private final String key;
  private final long now = System.currentTimeMillis();

  LiveIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    Map<String, TestBattery> pair = portal.pair();
    this.battery = pair.get("acme");
    this.namesake = pair.get("boreal");
    this.key = portal.acme().readKey();
  }

  private void post(TestBattery to, long ts, double soc) {
    String sender =
        to.client().equals("acme") ? portal.acme().ingestKey() : portal.boreal().ingestKey();
    Answer answer = http.postJson("/api/v1/ingest/samples", sender, to.sample(ts, "soc", soc));
    assertThat(answer.json().get("accepted").asInt()).as(answer.body()).isEqualTo(1);
  }

  private JsonNode poll(String since) {
    return http.get("/api/v1/live?batteries=" + battery.id() + "&since=" + since, key).json();
  }

  private LiveSocket watch(TestBattery... batteries) {
    List<String> ids = new ArrayList<>();
    for (TestBattery one : batteries) {
      ids.add(one.id());
    }
    return LiveSocket.open(http, "?batteries=" + String.join(",", ids), key);
  }

  @Test
  void webSocketAndLongPollGiveTheSame() {
    post(battery, now, 41.5);
    try (LiveSocket socket = watch(battery)) {
      JsonNode first = socket.next();
      assertThat(first.get("reset").asBoolean()).isTrue();
      assertThat(poll("").get("batteries")).isEqualTo(first.get("batteries"));
      assertThat(first.at("/batteries/0/id").asText()).isEqualTo(battery.id());
      assertThat(first.at("/batteries/0/battery").asText()).isEqualTo(battery.code());
      assertThat(first.at("/batteries/0/soc").asDouble()).isEqualTo(41.5);

      String cursor = first.get("cursor").asText();
      post(battery, now + 1, 42.5);
      JsonNode second = socket.next();
      JsonNode polled = poll(cursor);
      assertThat(second.get("reset").asBoolean()).isFalse();
      assertThat(polled.get("reset").asBoolean()).isFalse();
      assertThat(polled.get("batteries")).isEqualTo(second.get("batteries"));
      assertThat(second.at("/batteries/0/ts").asLong()).isEqualTo(now + 1);
    }
  }

  @Test
  void longPollWaitsForWhatIsNew() throws Exception {
    String cursor = poll("").get("cursor").asText();
    CompletableFuture<Answer> waiting =
        http.getAsync("/api/v1/live?batteries=" + battery.id() + "&since=" + cursor, key);
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(waiting).isNotDone();

    post(battery, now, 7);

    JsonNode update = waiting.get(20, TimeUnit.SECONDS).json();
    assertThat(update.get("batteries")).hasSize(1);
    assertThat(update.at("/batteries/0/soc").asDouble()).isEqualTo(7);
  }

  @Test
  void cursorGoesOnWithoutAGap() {
    String cursor = poll("").get("cursor").asText();
    TestBattery other = portal.battery();
    post(battery, now, 1);
    post(other, now, 2);
    post(battery, now + 1, 3);

    String query = "?batteries=%s,%s&since=%s".formatted(battery.id(), other.id(), cursor);
    JsonNode update = http.get("/api/v1/live" + query, key).json();

    assertThat(update.get("reset").asBoolean()).isFalse();
    assertThat(update.get("batteries").findValuesAsText("id"))
        .containsExactlyInAnyOrder(battery.id(), other.id());
    try (LiveSocket socket = LiveSocket.open(http, query, key)) {
      assertThat(socket.next().get("batteries")).isEqualTo(update.get("batteries"));
    }
    try (LiveSocket socket =
        LiveSocket.open(http, query.replace(cursor, update.get("cursor").asText()), key)) {
      assertThat(socket.poll(400)).isNull();
      post(other, now + 2, 4);
      JsonNode next = socket.next();
      assertThat(next.get("batteries")).hasSize(1);
      assertThat(next.at("/batteries/0/soc").asDouble()).isEqualTo(4);
    }
  }

  @Test
  void cursorOfAnotherRunGivesEverythingAnew() {
    post(battery, now, 12);
    for (String cursor : List.of("", "00000000-5", "nonsense")) {
      JsonNode update = poll(cursor);
      assertThat(update.get("reset").asBoolean()).isTrue();
      assertThat(update.get("batteries")).hasSize(1);
      try (LiveSocket socket =
          LiveSocket.open(http, "?since=" + cursor + "&batteries=" + battery.id(), key)) {
        assertThat(socket.next().get("reset").asBoolean()).isTrue();
      }
    }
  }

  @Test
  void everySampleOfAQuickSenderEndsInTheNewest() {
    try (LiveSocket socket = watch(battery)) {
      socket.next();
      for (int i = 0; i < 200; i++) {
        post(battery, now + i, i / 2.0);
      }
      long last = 0;
      while (last < now + 199) {
        JsonNode item = socket.next().get("batteries").get(0);
        assertThat(item.get("ts").asLong()).isGreaterThan(last);
        last = item.get("ts").asLong();
      }
      assertThat(socket.poll(300)).isNull();
    }
  }

  @Test
  void onlyTheBatteriesAskedForArrive() {
    TestBattery other = portal.battery();
    try (LiveSocket socket = watch(battery)) {
      socket.next();
      post(other, now, 1);
      assertThat(socket.poll(400)).isNull();

      socket.send("{\"batteries\":[\"%s\"]}".formatted(other.id()));
      JsonNode anew = socket.next();
      assertThat(anew.get("reset").asBoolean()).isTrue();
      assertThat(anew.get("batteries").findValuesAsText("id")).containsExactly(other.id());
      post(battery, now, 1);
      assertThat(socket.poll(400)).isNull();
    }
  }

  @Test
  void samplesOfAnotherClientNeverArrive() {
    try (LiveSocket all = LiveSocket.open(http, "", key);
        LiveSocket theirs = LiveSocket.open(http, "", portal.boreal().readKey());
        LiveSocket byTheirId = watch(namesake)) {
      post(battery, now, 11);
      post(namesake, now, 99);
      post(battery, now + 1, 12);

      assertThat(lastOf(all, battery, now + 1).get("soc").asDouble()).isEqualTo(12);
      assertThat(lastOf(theirs, namesake, now).get("soc").asDouble()).isEqualTo(99);
      assertThat(byTheirId.next().get("batteries")).isEmpty();
      assertThat(byTheirId.poll(300)).isNull();
    }
  }

  /** That battery's item of that time; no item before it is of the namesake. */
  private JsonNode lastOf(LiveSocket socket, TestBattery wanted, long ts) {
    String foreign = (wanted.id().equals(battery.id()) ? namesake : battery).id();
    while (true) {
      for (JsonNode item : socket.next().get("batteries")) {
        assertThat(item.get("id").asText()).isNotEqualTo(foreign);
        if (item.get("id").asText().equals(wanted.id()) && item.get("ts").asLong() == ts) {
          return item;
        }
      }
    }
  }

  @Test
  void olderSampleIsNotLive() {
    post(battery, now, 50);
    try (LiveSocket socket = watch(battery)) {
      socket.next();
      post(battery, now - 60_000, 20);
      assertThat(socket.poll(400)).isNull();
    }
  }

  @Test
  void messageThatIsNotUnderstoodClosesTheSocket() throws Exception {
    for (String message : List.of("hello", "{\"since\":", "x".repeat(100_000))) {
      try (LiveSocket socket = watch(battery)) {
        socket.next();
        socket.send(message);
        assertThat(socket.closed().get(20, TimeUnit.SECONDS)).isIn(1003, 1009);
      }
    }
  }

  @Test
  void oddSubscriptionsShowNothingAndBreakNothing() {
    for (String message :
        List.of("5", "[]", "null", "{\"batteries\":5,\"since\":{}}", "{\"batteries\":[{},null]}")) {
      try (LiveSocket socket = watch(battery)) {
        socket.next();
        socket.send(message);
        JsonNode answer = socket.next();
        assertThat(answer.get("reset").asBoolean()).as(message).isTrue();
      }
    }
  }

  @Test
  void aQuietLineIsToldSoWithinHalfAMinute() {
    try (LiveSocket socket = watch(battery)) {
      String cursor = socket.next().get("cursor").asText();
      JsonNode quiet = socket.signOfLife(35_000);
      assertThat(quiet.get("cursor").asText()).isEqualTo(cursor);
      assertThat(quiet.get("reset").asBoolean()).isFalse();
      assertThat(quiet.get("batteries")).isEmpty();
    }
  }

  @Test
  void endOfASessionOrKeyClosesItsSocketWithinHalfAMinute() throws Exception {
    String token = portal.signIn(portal.acme().user());
    NewKey revoked = portal.key(portal.acme().tenant(), Set.of(Scope.READ));
    try (LiveSocket session = LiveSocket.open(http, "", token);
        LiveSocket program = LiveSocket.open(http, "", revoked.text());
        LiveSocket other = watch(battery)) {
      session.next();
      program.next();
      other.next();
      http.postJson("/api/v1/auth/logout", token, "");
      portal
          .keys()
          .revoke(Maker.operator(Actor.SYSTEM), portal.acme().tenant(), revoked.key().id());

      CompletableFuture.allOf(session.closed(), program.closed()).get(40, TimeUnit.SECONDS);
      assertThat(session.closed()).isCompletedWithValue(1008);
      assertThat(program.closed()).isCompletedWithValue(1008);
      assertThat(other.closed()).isNotDone();
    }
  }
}
