package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.NodeSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Client;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Batteries whose nodes connect by themselves, and what becomes of them. */
final class Nodes {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String REPORT_BEGINS = "#mLive {\"Meas\":";

  final Portal portal;
  final Http http;
  private final Cast cast;

  Nodes(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.cast = new Cast(portal);
  }

  /** One of acme with that connector, a sample a second. */
  Battery battery(String connector, Map<String, String> settings) {
    Battery made = add(portal.acme(), "NODE-" + NUMBER.incrementAndGet(), connector, settings);
    awaitKnown(portal.acme(), made.code());
    return made;
  }

  /** One that the portal need not know at once. */
  Battery add(Client client, String code, String connector, Map<String, String> settings) {
    return cast.fleet()
        .add(
            Actor.SYSTEM,
            client.tenant(),
            NewBattery.builder(code, "Essai", "Banc", connector)
                .connectorSettings(settings)
                .storagePeriod(Duration.ofSeconds(1))
                .build());
  }

  void awaitKnown(Client client, String code) {
    cast.awaitKnown(client, code);
  }

  Battery text() {
    return battery("thingset", Map.of());
  }

  /** A key that only sends for these. */
  NewKey keyFor(Battery... some) {
    Set<String> uids = Arrays.stream(some).map(Battery::uid).collect(Collectors.toSet());
    return portal.key(
        portal.acme().tenant(),
        new KeyWish("Nœud", Set.of(Scope.INGEST), BatteryAccess.batteries(uids), Optional.empty()));
  }

  NodeSocket open(Battery battery, NewKey key) {
    return NodeSocket.open(http, "/node/" + battery.code(), bearer(key.text()));
  }

  int statusOf(String path, String... headers) {
    return NodeSocket.statusOf(http, path, headers);
  }

  static String[] bearer(String text) {
    return new String[] {"Authorization", "Bearer " + text};
  }

  void revoke(NewKey key) {
    Visitor admin = new Visitor(http);
    assertThat(admin.signIn(portal.acme().admin()).status()).isEqualTo(303);
    String page = "/c/acme/admin/keys/" + key.key().id() + "/revoke";
    assertThat(admin.send(page, Map.of()).status()).isEqualTo(303);
  }

  /**
   * 52.50 V of cells of 52.504 V, −12.34 A, 76 %, 16 cells; a message has neither checksum nor line
   * end.
   */
  static String report() {
    String line = Devices.thingSetReport();
    return line.substring(0, line.lastIndexOf('}') + 1);
  }

  /** The same values, as the answer of a node that was asked for them. */
  static String answer() {
    String report = report();
    assertThat(report).startsWith(REPORT_BEGINS);
    return ":85 " + report.substring(REPORT_BEGINS.length(), report.length() - 1);
  }

  /** Says that message again and again until so many samples are stored. */
  void sayUntilStored(NodeSocket node, Battery battery, int samples, byte[] binary)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (stored(battery) < samples) {
      assertThat(node.closed()).as("how the line ended").isNotDone();
      assertThat(System.nanoTime()).as("time until it is stored").isLessThan(end);
      if (binary == null) {
        node.send(report());
      } else {
        node.send(binary);
      }
      // As a node does, which reports by its own clock.
      assertThat(node.asked(250))
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(), asked -> assertThat(asked).isNotEmpty());
    }
  }

  void sayUntilStored(NodeSocket node, Battery battery, int samples) throws Exception {
    sayUntilStored(node, battery, samples, null);
  }

  long stored(Battery battery) {
    return portal.storedSamples(
        new TestBattery("acme", battery.code(), battery.uid(), battery.id()));
  }

  JsonNode latest(Battery battery) {
    var answer =
        http.get("/api/v1/batteries/" + battery.uid() + "/latest", portal.acme().readKey());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
