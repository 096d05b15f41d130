package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiKeysIT {

  private static final SettableClock CLOCK = SettableClock.atPresent();

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static TenantId acme;
  private static TenantId boreal;

  private final ApiKeys keys = new ApiKeys(registry, CLOCK);

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
    NewKey made = keys.create(acme, "Passerelle 1", Set.of(Scope.INGEST));
    Principal principal = keys.authenticate(made.text()).orElseThrow();
    assertThat(principal.name()).isEqualTo("key:" + made.key().id());
    assertThat(principal.tenants()).containsExactly(acme);
    assertThat(principal.may(acme, Permission.INGEST)).isTrue();
    assertThat(principal.may(acme, Permission.VIEW_FLEET)).isFalse();
    assertThat(principal.may(boreal, Permission.INGEST)).isFalse();
  }

  @Test
  void keepsNoSecretAndShowsNone() throws Exception {
    NewKey made = keys.create(acme, "Secret", Set.of(Scope.READ, Scope.INGEST));
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
    NewKey made = keys.create(acme, "Wrong", Set.of(Scope.INGEST));
    String other = new KeyText(made.key().id(), KeyText.random().secret()).text();
    assertThat(keys.authenticate(other)).isEmpty();
    assertThat(keys.authenticate(KeyText.random().text())).isEmpty();
    assertThat(keys.authenticate("")).isEmpty();
    assertThat(keys.authenticate(made.text() + " ")).isEmpty();
    assertThat(keys.authenticate(made.text())).isPresent();
  }

  @Test
  void refusesARevokedKeyAtOnceHereAndWithinASecondElsewhere() {
    NewKey made = keys.create(acme, "Revoked", Set.of(Scope.INGEST));
    ApiKeys elsewhere = new ApiKeys(registry, CLOCK);
    assertThat(keys.authenticate(made.text())).isPresent();
    assertThat(elsewhere.authenticate(made.text())).isPresent();
    keys.revoke(acme, made.key().id());
    assertThat(keys.authenticate(made.text())).isEmpty();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(made.text())).isEmpty();
    Optional<Instant> revokedAt = listed(made).revokedAt();
    keys.revoke(acme, made.key().id());
    assertThat(listed(made).revokedAt()).isEqualTo(revokedAt).isPresent();
  }

  @Test
  void doesNotLetAClientSeeOrRevokeAnothersKeys() {
    NewKey made = keys.create(acme, "Ours", Set.of(Scope.INGEST));
    assertThat(keys.list(boreal)).extracting(ApiKey::id).doesNotContain(made.key().id());
    assertThatThrownBy(() -> keys.revoke(boreal, made.key().id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> keys.revoke(acme, "unknown")).isInstanceOf(NotFoundException.class);
    assertThat(keys.authenticate(made.text())).isPresent();
  }

  @Test
  void notesUseEveryFiveMinutesAtMost() {
    NewKey made = keys.create(acme, "Used", Set.of(Scope.INGEST));
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
    assertThatThrownBy(() -> keys.create(acme, "None", Set.of()))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> keys.create(acme, " ", Set.of(Scope.READ)))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> keys.create(new TenantId("nobody"), "x", Set.of(Scope.READ)))
        .isInstanceOf(NotFoundException.class);
  }

  private ApiKey listed(NewKey made) {
    return keys.list(acme).stream()
        .filter(key -> key.id().equals(made.key().id()))
        .findFirst()
        .orElseThrow();
  }
}
