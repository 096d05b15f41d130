package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A live line that is open while rights change, or while its client is suspended or deleted. */
@ExtendWith(PortalExtension.class)
class LiveRightsIT {

  /** Rights are asked for again each half minute. */
  private static final int PROMISED_SECONDS = 40;

  private final Portal portal;
  private final Http http;
  private final Cast cast;
  private final Members members;
  private final Standing standing;

  LiveRightsIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.cast = new Cast(portal);
    var databases = portal.installation().databases();
    Clock clock = Clock.systemUTC();
    this.members = new Members(databases.registry(), portal.installation().audit(), clock);
    this.standing =
        new Standing(
            databases.registry(), databases.tenants(), portal.installation().audit(), clock);
  }

  @Test
  void anotherScopeStartsTheLineAnewAndAnEndedMembershipClosesIt() throws Exception {
    TestBattery before = portal.battery();
    TestBattery after = portal.battery();
    Place old = cast.place("Ancien " + UUID.randomUUID());
    Place fresh = cast.place("Nouveau " + UUID.randomUUID());
    TenantId acme = portal.acme().tenant();
    cast.fleet().move(Actor.SYSTEM, acme, before.code(), old.name(), Instant.now());
    cast.fleet().move(Actor.SYSTEM, acme, after.code(), fresh.name(), Instant.now());
    Account moved = cast.at(old);
    Account leaves = cast.join(new Membership(Role.USER, BatteryAccess.ALL));
    try (LiveSocket line = LiveSocket.open(http, "", portal.signIn(moved));
        LiveSocket ended = LiveSocket.open(http, "", portal.signIn(leaves))) {
      line.next();
      ended.next();
      members.change(
          Actor.SYSTEM,
          Membership.WHOLE,
          acme,
          idOf(moved),
          new Membership(Role.READ_ONLY, BatteryAccess.places(Set.of(fresh.uid()))));
      members.deactivate(Actor.SYSTEM, Membership.WHOLE, acme, idOf(leaves));
      assertThat(ended.closed().get(PROMISED_SECONDS, TimeUnit.SECONDS)).isEqualTo(1008);
      send(before);
      send(after);
      assertThat(shownAnew(line)).containsExactly(after.id());
      assertThat(line.closed()).isNotDone();
    }
  }

  @Test
  void aSuspendedClientIsReadOnAndADeletedOneIsGone() throws Exception {
    TenantId boreal = portal.boreal().tenant();
    String token = portal.signIn(portal.boreal().admin());
    Account leaves = cast.join(new Membership(Role.USER, BatteryAccess.ALL));
    try (LiveSocket line = LiveSocket.open(http, "", token);
        LiveSocket round = LiveSocket.open(http, "", portal.signIn(leaves))) {
      line.next();
      round.next();
      standing.suspend(Actor.SYSTEM, boreal, "Contrat");
      members.deactivate(Actor.SYSTEM, Membership.WHOLE, portal.acme().tenant(), idOf(leaves));
      round.closed().get(PROMISED_SECONDS, TimeUnit.SECONDS);
      assertThat(line.closed()).isNotDone();
      assertThat(LiveSocket.statusOf(http, "/ws/live", token)).isEqualTo(101);

      standing.markForDeletion(Actor.SYSTEM, boreal, "Fin", Duration.ofDays(30), true);
      assertThat(line.closed().get(PROMISED_SECONDS, TimeUnit.SECONDS)).isEqualTo(1008);
      assertThat(LiveSocket.statusOf(http, "/ws/live", token)).isEqualTo(404);
    } finally {
      standing.restore(Actor.SYSTEM, boreal);
      standing.lift(Actor.SYSTEM, boreal);
      awaitReturn();
    }
  }

  /** The portal asks again every so often, and nothing tells a program outside. */
  private void awaitReturn() {
    long end = System.nanoTime() + Duration.ofSeconds(PROMISED_SECONDS).toNanos();
    while (LiveSocket.statusOf(http, "/ws/live", portal.boreal().readKey()) != 101) {
      assertThat(System.nanoTime()).as("the client is back").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private long idOf(Account account) {
    return members.list(portal.acme().tenant()).stream()
        .filter(member -> member.email().equals(account.email()))
        .mapToLong(Member::id)
        .findFirst()
        .orElseThrow();
  }

  private void send(TestBattery battery) {
    String sample =
        "{\"battery\":\"%s\",\"ts\":%d,\"soc\":50}"
            .formatted(battery.code(), System.currentTimeMillis());
    assertThat(http.postJson("/api/v1/ingest/samples", portal.acme().key(), sample).status())
        .isEqualTo(200);
  }

  /** What is shown first once the line has begun anew, which may be before anything was sent. */
  private static Set<String> shownAnew(LiveSocket line) {
    JsonNode next = line.next();
    while (!next.get("reset").asBoolean()) {
      next = line.next();
    }
    while (ids(next).isEmpty()) {
      next = line.next();
    }
    return ids(next);
  }

  private static Set<String> ids(JsonNode update) {
    Set<String> ids = new TreeSet<>();
    update.get("batteries").forEach(battery -> ids.add(battery.get("id").asText()));
    return ids;
  }
}
