package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SupportVisitsIT {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private static TestIdentity world;
  private static TenantId acme;
  private static TenantId boreal;
  private static String password;

  private final SupportVisits visits = world.identity.supportVisits();
  private final Sessions sessions = world.identity.sessions();

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
    boreal = world.installation.tenant("boreal");
    password =
        world
            .users
            .createPlatformAdministrator(
                Actor.SYSTEM, "eds@eds.example", "EDS", Locale.CANADA_FRENCH)
            .orElseThrow();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void looksAtThatClientAloneAndOnlyReadsItsBatteries() {
    Principal.User visitor = visitor();
    visits.begin(by(visitor), visitor, acme, "Billet 42", HALF_AN_HOUR);
    Principal.User now = now(visitor);
    assertThat(now.visits(acme)).isTrue();
    assertThat(now.tenants()).containsExactly(acme);
    for (Permission permission : Permission.values()) {
      assertThat(now.may(acme, permission)).isEqualTo(permission == Permission.VIEW_FLEET);
      assertThat(now.may(boreal, permission)).isFalse();
    }
    assertThat(now.access(boreal)).isEqualTo(BatteryAccess.NONE);
  }

  @Test
  void isOfOneSessionAndNotOfTheAccount() {
    Principal.User visitor = visitor();
    Principal.User elsewhere = visitor();
    visits.begin(by(visitor), visitor, acme, "Billet 42", HALF_AN_HOUR);
    assertThat(now(elsewhere).tenants()).isEmpty();
  }

  @Test
  void isOverWithinASecondOfItsTime() {
    Principal.User visitor = visitor();
    visits.begin(by(visitor), visitor, acme, "Billet 42", Duration.ofMinutes(1));
    world.clock.advance(Duration.ofSeconds(59));
    assertThat(now(visitor).tenants()).containsExactly(acme);
    world.clock.advance(Duration.ofSeconds(2));
    assertThat(now(visitor).tenants()).isEmpty();
  }

  @Test
  void endsAtOnceHereAndWithinASecondElsewhereAndTheClientReadsAllOfIt() {
    int before = entries(boreal).size();
    Principal.User visitor = visitor();
    Sessions elsewhere = world.another().sessions();
    SupportVisit visit = visits.begin(by(visitor), visitor, acme, "Billet 77", HALF_AN_HOUR);
    assertThat(elsewhere.current(visitor.sessionId()).orElseThrow().tenants()).contains(acme);
    visits.end(by(visitor), visitor);
    visits.end(by(visitor), visitor);
    assertThat(now(visitor).tenants()).isEmpty();
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.current(visitor.sessionId()).orElseThrow().tenants()).isEmpty();
    List<Entry> told = entries(acme);
    assertThat(told.get(0).change().action()).isEqualTo(Action.SUPPORT_ENDED);
    assertThat(told.get(1).change().action()).isEqualTo(Action.SUPPORT_BEGUN);
    assertThat(told.get(1).actor()).isEqualTo(by(visitor));
    assertThat(told.get(1).change().after())
        .containsEntry("reason", "Billet 77")
        .containsEntry("until", visit.until().toString());
    assertThat(entries(boreal)).hasSize(before);
  }

  @Test
  void endsWithItsSessionAndWithTheNextVisit() {
    Principal.User visitor = visitor();
    visits.begin(by(visitor), visitor, acme, "Billet 1", HALF_AN_HOUR);
    visits.begin(by(visitor), visitor, boreal, "Billet 2", HALF_AN_HOUR);
    assertThat(now(visitor).tenants()).containsExactly(boreal);
    assertThat(entries(acme).get(0).change().action()).isEqualTo(Action.SUPPORT_ENDED);
    sessions.end(by(visitor), visitor.sessionId());
    assertThat(sessions.current(visitor.sessionId())).isEmpty();
    assertThat(entries(boreal).get(0).change().action()).isEqualTo(Action.SUPPORT_ENDED);
  }

  @Test
  void endsWithTheRightToAdministerThePlatform() {
    String mail = "autre@eds.example";
    String other =
        world
            .users
            .createPlatformAdministrator(Actor.SYSTEM, mail, "Autre", Locale.CANADA_FRENCH)
            .orElseThrow();
    Principal.User visitor = world.signIn(mail, other).principal();
    visits.begin(by(visitor), visitor, acme, "Billet 3", HALF_AN_HOUR);
    new PlatformAdministrators(world.registry, world.installation.audit())
        .remove(Actor.SYSTEM, visitor.id());
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(now(visitor).tenants()).isEmpty();
    assertThatThrownBy(() -> visits.begin(by(visitor), visitor, acme, "Encore", HALF_AN_HOUR))
        .isInstanceOf(RightsRefused.class);
  }

  @Test
  void refusesWhatIsNoReasonOrNoTimeOrNoClient() {
    Principal.User visitor = visitor();
    refuses(visitor, acme, "  ", HALF_AN_HOUR, "reason");
    refuses(visitor, acme, "a\nb", HALF_AN_HOUR, "reason");
    refuses(visitor, acme, "x".repeat(201), HALF_AN_HOUR, "reason");
    refuses(visitor, acme, "Billet", Duration.ZERO, "length");
    refuses(visitor, acme, "Billet", SupportVisits.LONGEST.plusSeconds(1), "length");
    assertThatThrownBy(
            () ->
                visits.begin(by(visitor), visitor, new TenantId("nobody"), "Billet", HALF_AN_HOUR))
        .isInstanceOf(NotFoundException.class);
    assertThat(now(visitor).tenants()).isEmpty();
  }

  @Test
  void wantsTheSecondFactorThatTheClientDemands() {
    TenantId strict = world.installation.addTenant("strict", "Strict");
    world.identity.factorPolicy().require(Actor.SYSTEM, strict, true);
    refuses(visitor(), strict, "Billet", HALF_AN_HOUR, "factor");
  }

  @Test
  void refusesMembersAndClientsThatAreBeingDeleted() {
    TenantId own = world.installation.addTenant("own", "Own");
    world.create(own, "eds@eds.example");
    Principal.User visitor = visitor();
    refuses(visitor, own, "Billet", HALF_AN_HOUR, "client");
    world.identity.supportVisits().end(by(visitor), visitor);
    new Members(world.registry, world.installation.audit(), world.clock)
        .deactivate(Actor.SYSTEM, Membership.WHOLE, withAdministrator(own), visitor.id());
    TenantId going = world.installation.addTenant("going", "Going");
    Standing standing =
        new Standing(
            world.registry,
            world.installation.databases().tenants(),
            world.installation.audit(),
            world.clock);
    standing.suspend(Actor.SYSTEM, going, "");
    standing.markForDeletion(Actor.SYSTEM, going, "", Duration.ofDays(30), true);
    assertThatThrownBy(() -> visits.begin(by(visitor), visitor, going, "Billet", HALF_AN_HOUR))
        .isInstanceOf(NotFoundException.class);
  }

  private TenantId withAdministrator(TenantId tenant) {
    world.users.create(
        Actor.SYSTEM,
        tenant,
        "admin@own.example",
        "Admin",
        Role.CLIENT_ADMIN,
        Locale.CANADA_FRENCH);
    return tenant;
  }

  private void refuses(
      Principal.User visitor, TenantId tenant, String reason, Duration length, String field) {
    assertThatThrownBy(() -> visits.begin(by(visitor), visitor, tenant, reason, length))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static Principal.User visitor() {
    return world.signIn("eds@eds.example", password).principal();
  }

  private Principal.User now(Principal.User visitor) {
    return (Principal.User) sessions.current(visitor.sessionId()).orElseThrow();
  }

  private static Actor by(Principal.User visitor) {
    return TestIdentity.by(visitor.id());
  }

  private static List<Entry> entries(TenantId tenant) {
    return world
        .installation
        .audit()
        .list(
            Optional.of(tenant),
            new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                50))
        .entries();
  }
}
