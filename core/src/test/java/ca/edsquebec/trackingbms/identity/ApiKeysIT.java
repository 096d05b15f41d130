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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiKeysIT {

  private static final SettableClock CLOCK = SettableClock.atPresent();

  private static final Maker US = Maker.operator(Actor.command());

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static TenantId acme;
  private static TenantId boreal;

  private final ApiKeys keys = new ApiKeys(registry, installation.audit(), CLOCK);

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
  void recognisesAKeyAndItsOneClient() {
    NewKey made = keys.create(US, acme, KeyWish.of("Passerelle 1", Set.of(Scope.INGEST)));
    Principal principal = keys.authenticate(made.text()).orElseThrow();
    assertThat(principal.name()).isEqualTo("key:" + made.key().id());
    assertThat(principal.tenants()).containsExactly(acme);
    assertThat(principal.may(acme, Permission.INGEST)).isTrue();
    assertThat(principal.may(acme, Permission.VIEW_FLEET)).isFalse();
    assertThat(principal.may(boreal, Permission.INGEST)).isFalse();
  }

  @Test
  void keepsNoSecretAndShowsNone() throws Exception {
    NewKey made = keys.create(US, acme, KeyWish.of("Secret", Set.of(Scope.READ, Scope.INGEST)));
    String secret = made.text().substring("tbms_".length() + 13);
    assertThat(made.toString()).doesNotContain(secret);
    assertThat(keys.list(acme).toString()).doesNotContain(secret);
    String stored =
        registry.sql(
            (connection, db) -> {
              try (var statement = connection.createStatement();
                  var rows =
                      statement.executeQuery(
                          "SELECT CONCAT_WS('|', id, name, scopes, HEX(secret_hash)) FROM "
                              + db
                              + ".api_key WHERE id = '"
                              + made.key().id()
                              + "'")) {
                rows.next();
                return rows.getString(1);
              }
            });
    assertThat(stored).contains("INGEST,READ").doesNotContain(secret);
  }

  @Test
  void refusesAWrongSecretUnknownKeysAndOtherTexts() {
    NewKey made = keys.create(US, acme, KeyWish.of("Wrong", Set.of(Scope.INGEST)));
    String other = new KeyText(made.key().id(), KeyText.random().secret()).text();
    assertThat(keys.authenticate(other)).isEmpty();
    assertThat(keys.authenticate(KeyText.random().text())).isEmpty();
    assertThat(keys.authenticate("")).isEmpty();
    assertThat(keys.authenticate(made.text() + " ")).isEmpty();
    assertThat(keys.authenticate(made.text())).isPresent();
  }

  @Test
  void refusesARevokedKeyAtOnceHereAndWithinASecondElsewhere() {
    NewKey made = keys.create(US, acme, KeyWish.of("Revoked", Set.of(Scope.INGEST)));
    ApiKeys elsewhere = new ApiKeys(registry, installation.audit(), CLOCK);
    assertThat(keys.authenticate(made.text())).isPresent();
    assertThat(elsewhere.authenticate(made.text())).isPresent();
    keys.revoke(Maker.operator(Actor.SYSTEM), acme, made.key().id());
    assertThat(keys.authenticate(made.text())).isEmpty();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(made.text())).isEmpty();
    Optional<Instant> revokedAt = listed(made).revokedAt();
    keys.revoke(Maker.operator(Actor.SYSTEM), acme, made.key().id());
    assertThat(listed(made).revokedAt()).isEqualTo(revokedAt).isPresent();
  }

  @Test
  void doesNotLetAClientSeeOrRevokeAnothersKeys() {
    NewKey made = keys.create(US, acme, KeyWish.of("Ours", Set.of(Scope.INGEST)));
    assertThat(keys.list(boreal)).extracting(ApiKey::id).doesNotContain(made.key().id());
    assertThatThrownBy(() -> keys.revoke(Maker.operator(Actor.SYSTEM), boreal, made.key().id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> keys.revoke(Maker.operator(Actor.SYSTEM), acme, "unknown"))
        .isInstanceOf(NotFoundException.class);
    assertThat(keys.authenticate(made.text())).isPresent();
  }

  @Test
  void notesUseEveryFiveMinutesAtMost() {
    NewKey made = keys.create(US, acme, KeyWish.of("Used", Set.of(Scope.INGEST)));
    assertThat(listed(made).lastUsedAt()).isEmpty();
    Instant first = CLOCK.instant();
    keys.authenticate(made.text());
    CLOCK.advance(Duration.ofMinutes(4));
    keys.authenticate(made.text());
    assertThat(listed(made).lastUsedAt()).contains(first);
    CLOCK.advance(Duration.ofMinutes(1));
    keys.authenticate(made.text());
    assertThat(listed(made).lastUsedAt()).contains(CLOCK.instant());
  }

  @Test
  void refusesAKeyWithoutScopeNameOrClient() {
    assertThatThrownBy(() -> keys.create(US, acme, KeyWish.of("None", Set.of())))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> keys.create(US, acme, KeyWish.of(" ", Set.of(Scope.READ))))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(
            () -> keys.create(US, new TenantId("nobody"), KeyWish.of("x", Set.of(Scope.READ))))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void endsAKeyAtItsTime() {
    Instant end = CLOCK.instant().plusSeconds(60);
    NewKey made = keys.create(US, acme, wish(BatteryAccess.ALL, Optional.of(end)));
    assertThat(keys.authenticate(made.text())).isPresent();
    CLOCK.advance(Duration.ofSeconds(60));
    assertThat(keys.authenticate(made.text())).isEmpty();
    assertThat(listed(made).state(CLOCK.instant())).isEqualTo(ApiKey.State.EXPIRED);
    assertThatThrownBy(() -> keys.create(US, acme, wish(BatteryAccess.ALL, Optional.of(end))))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void aKeyHasToDoWithItsBatteriesOnly() {
    BatteryAccess place = BatteryAccess.places(Set.of("p1"));
    NewKey made = keys.create(US, acme, wish(place, Optional.empty()));
    assertThat(keys.authenticate(made.text()).orElseThrow().access(acme)).isEqualTo(place);
    assertThat(keys.authenticate(made.text()).orElseThrow().access(boreal))
        .isEqualTo(BatteryAccess.NONE);
  }

  @Test
  void nobodyGivesAwayMoreThanTheyHave() {
    BatteryAccess two = BatteryAccess.places(Set.of("p1", "p2"));
    Maker scoped = new Maker(Actor.user(1, ""), true, two);
    assertThatThrownBy(() -> keys.create(scoped, acme, wish(BatteryAccess.ALL, Optional.empty())))
        .isInstanceOf(InvalidException.class);
    BatteryAccess other = BatteryAccess.places(Set.of("p1", "p3"));
    assertThatThrownBy(() -> keys.create(scoped, acme, wish(other, Optional.empty())))
        .isInstanceOf(InvalidException.class);
    keys.create(scoped, acme, wish(BatteryAccess.places(Set.of("p2")), Optional.empty()));

    Maker blind = new Maker(Actor.user(1, ""), false, BatteryAccess.ALL);
    assertThatThrownBy(() -> keys.create(blind, acme, KeyWish.of("x", Set.of(Scope.READ))))
        .isInstanceOf(InvalidException.class);
    keys.create(blind, acme, KeyWish.of("x", Set.of(Scope.INGEST)));
  }

  @Test
  void recordsWhoMadeRenamedAndRevokedItAndNoSecret() throws Exception {
    NewKey made = keys.create(US, acme, KeyWish.of("Before", Set.of(Scope.READ)));
    keys.rename(Maker.operator(Actor.user(7, "10.1.1.1")), acme, made.key().id(), "After");
    keys.rename(Maker.operator(Actor.user(7, "10.1.1.1")), acme, made.key().id(), "After");
    keys.revoke(Maker.operator(Actor.user(8, "")), acme, made.key().id());
    keys.revoke(Maker.operator(Actor.user(8, "")), acme, made.key().id());
    assertThat(listed(made).name()).isEqualTo("After");
    String secret = made.text().substring("tbms_".length() + 13);
    assertThat(recorded(made.key().id()))
        .containsExactly("KEY_CREATE COMMAND", "KEY_RENAME USER", "KEY_REVOKE USER");
    assertThat(everythingRecorded()).contains("Before", "After").doesNotContain(secret);
  }

  private static List<String> recorded(String id) {
    return texts(
        "SELECT CONCAT(action, ' ', actor_kind) FROM %s.audit_entry WHERE object = 'key:"
            + id
            + "' ORDER BY seq");
  }

  private static String everythingRecorded() {
    return String.join(
        " ", texts("SELECT CONCAT_WS(' ', object, before_json, after_json) FROM %s.audit_entry"));
  }

  private static List<String> texts(String query) {
    return registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(query.formatted(db))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
              found.add(rows.getString(1));
            }
            return found;
          }
        });
  }

  private static KeyWish wish(BatteryAccess access, Optional<Instant> end) {
    return new KeyWish("Gateway", Set.of(Scope.INGEST, Scope.READ), access, end);
  }

  private ApiKey listed(NewKey made) {
    return keys.list(acme).stream()
        .filter(key -> key.id().equals(made.key().id()))
        .findFirst()
        .orElseThrow();
  }
}
