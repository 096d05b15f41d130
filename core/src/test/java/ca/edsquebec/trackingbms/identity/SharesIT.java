package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharesIT {

  private static final SettableClock CLOCK = SettableClock.atPresent();
  private static final Maker ADMIN = Maker.operator(Actor.user(1, "10.0.0.1"));
  private static final Duration WEEK = Duration.ofDays(7);

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static TenantId acme;
  private static TenantId boreal;

  private final Shares shares = new Shares(registry, installation.audit(), CLOCK);

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void showsOneClientsBatteriesAndNothingElse() {
    BatteryAccess place = BatteryAccess.places(Set.of("p1"));
    NewShare made = shares.create(ADMIN, acme, "Visiteurs", place, WEEK);
    Principal.Share share = shares.authenticate(made.token()).orElseThrow();
    assertThat(share.name()).isEqualTo("share:" + made.link().id());
    assertThat(share.tenants()).containsExactly(acme);
    assertThat(share.access(acme)).isEqualTo(place);
    assertThat(share.access(boreal)).isEqualTo(BatteryAccess.NONE);
    for (Permission permission : Permission.values()) {
      assertThat(share.may(acme, permission)).isEqualTo(permission == Permission.VIEW_FLEET);
      assertThat(share.may(boreal, permission)).isFalse();
    }
  }

  @Test
  void endsAtItsTime() {
    NewShare made = shares.create(ADMIN, acme, "Une heure", BatteryAccess.ALL, Duration.ofHours(1));
    CLOCK.advance(Duration.ofMinutes(59));
    assertThat(shares.authenticate(made.token())).isPresent();
    CLOCK.advance(Duration.ofMinutes(1));
    assertThat(shares.authenticate(made.token())).isEmpty();
    assertThat(shares.open("", made.token())).isEmpty();
  }

  @Test
  void revokedEndsAtOnceHereAndWithinASecondElsewhere() {
    NewShare made = shares.create(ADMIN, acme, "Fin", BatteryAccess.ALL, WEEK);
    Shares elsewhere = new Shares(registry, installation.audit(), CLOCK);
    assertThat(elsewhere.authenticate(made.token())).isPresent();
    shares.revoke(Maker.operator(Actor.user(2, "")), acme, made.link().id());
    shares.revoke(Maker.operator(Actor.user(2, "")), acme, made.link().id());
    assertThat(shares.authenticate(made.token())).isEmpty();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(made.token())).isEmpty();
    assertThat(recorded(made.link().id())).containsExactly("SHARE_CREATE", "SHARE_REVOKE");
  }

  @Test
  void countsOpeningsAndRecordsTheFirst() {
    NewShare made = shares.create(ADMIN, acme, "Ouvert", BatteryAccess.ALL, WEEK);
    shares.open("192.0.2.1", made.token());
    shares.open("192.0.2.2", made.token());
    ShareLink link = shares.link(acme, made.link().id());
    assertThat(link.timesOpened()).isEqualTo(2);
    assertThat(link.lastUsedAt()).contains(CLOCK.instant());
    assertThat(recorded(link.id())).containsExactly("SHARE_CREATE", "SHARE_OPEN");
  }

  @Test
  void refusesOtherTexts() {
    NewShare made = shares.create(ADMIN, acme, "Faux", BatteryAccess.ALL, WEEK);
    String token = made.token();
    assertThat(made.toString()).doesNotContain(token.substring(13));
    for (String other :
        List.of("", "x", token + "x", "tbms_" + token, token.substring(0, token.length() - 1))) {
      assertThat(shares.authenticate(other)).as(other).isEmpty();
    }
    String forged = token.substring(0, 13) + KeyText.random().secret();
    assertThat(shares.authenticate(forged)).isEmpty();
  }

  @Test
  void isNoKeyAndAKeyIsNoLink() {
    ApiKeys keys = new ApiKeys(registry, installation.audit(), CLOCK);
    NewKey key = keys.create(ADMIN, acme, KeyWish.of("Clé", Set.of(Scope.READ)));
    NewShare link = shares.create(ADMIN, acme, "Lien", BatteryAccess.ALL, WEEK);
    assertThat(shares.authenticate(key.text().substring(5))).isEmpty();
    assertThat(keys.authenticate("tbms_" + link.token())).isEmpty();
  }

  @Test
  void nobodyShowsMoreThanTheySeeNorForLongerThanAllowed() {
    Maker scoped = new Maker(Actor.user(1, ""), true, BatteryAccess.types(Set.of("t1")));
    Maker blind = new Maker(Actor.user(1, ""), false, BatteryAccess.ALL);
    BatteryAccess one = BatteryAccess.types(Set.of("t1"));
    assertRefused(scoped, BatteryAccess.ALL, WEEK);
    assertRefused(scoped, BatteryAccess.types(Set.of("t2")), WEEK);
    assertRefused(blind, one, WEEK);
    assertRefused(ADMIN, one, Duration.ofDays(91));
    assertRefused(ADMIN, one, Duration.ZERO);
    assertThat(shares.create(scoped, acme, "Bon", one, Shares.LONGEST).token()).isNotEmpty();
  }

  @Test
  void aClientNeitherSeesNorEndsAnothersLinks() {
    NewShare made = shares.create(ADMIN, acme, "À nous", BatteryAccess.ALL, WEEK);
    assertThat(shares.list(boreal)).isEmpty();
    assertThatThrownBy(() -> shares.revoke(Maker.operator(Actor.SYSTEM), boreal, made.link().id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> shares.link(boreal, made.link().id()))
        .isInstanceOf(NotFoundException.class);
  }

  private void assertRefused(Maker maker, BatteryAccess access, Duration length) {
    assertThatThrownBy(() -> shares.create(maker, acme, "Non", access, length))
        .isInstanceOf(InvalidException.class);
  }

  private static List<String> recorded(String id) {
    return registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement();
              var rows =
                  statement.executeQuery(
                      "SELECT action FROM %s.audit_entry WHERE object = 'share:%s' ORDER BY seq"
                          .formatted(db, id))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
              found.add(rows.getString(1));
            }
            return found;
          }
        });
  }
}
