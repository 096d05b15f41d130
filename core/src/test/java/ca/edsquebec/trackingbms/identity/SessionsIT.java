package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionsIT {

  private static final SettableClock CLOCK = SettableClock.atPresent();
  private static final PasswordHash CHEAP = new PasswordHash(new PhcText.Cost(64, 1, 1));

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static TenantId acme;
  private static String password;

  private final Sessions sessions = new Sessions(registry, CHEAP, new byte[32], CLOCK);

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
    acme = installation.tenant("acme");
    password = create(acme, "anne@example.ca");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void recognisesWhoSignedIn() {
    SignedIn in = signIn("Anne@Example.ca", password);
    assertThat(in.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    assertThat(in.principal().memberships()).isEqualTo(Map.of(acme, whole(Role.USER)));
    assertThat(in.principal().locale()).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(sessions.authenticate(in.accessToken())).contains(in.principal());
    assertThat(in.toString()).doesNotContain(in.accessToken());
  }

  @Test
  void refusesUnknownAccountsAndWrongPasswordsAlike() {
    Throwable wrong = catchThrowable(() -> signIn("anne@example.ca", "wrong"));
    Throwable unknown = catchThrowable(() -> signIn("nobody@example.ca", "wrong"));
    Throwable malformed = catchThrowable(() -> signIn("no address", "wrong"));
    assertThat(wrong).isInstanceOf(SignInRefused.class).hasNoCause();
    assertThat(unknown).hasSameClassAs(wrong).hasMessage(wrong.getMessage()).hasNoCause();
    assertThat(malformed).hasSameClassAs(wrong).hasMessage(wrong.getMessage()).hasNoCause();
  }

  @Test
  void slowsDownWhoeverKeepsFailing() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signIn("anne@example.ca", "wrong"))
          .isInstanceOf(SignInRefused.class);
    }
    assertThatThrownBy(() -> signIn("anne@example.ca", password))
        .isInstanceOf(SignInThrottled.class);
  }

  @Test
  void refusesAnEndedSessionAtOnceHereAndWithinASecondElsewhere() {
    SignedIn in = signIn("anne@example.ca", password);
    Sessions elsewhere = new Sessions(registry, CHEAP, new byte[32], CLOCK);
    assertThat(elsewhere.authenticate(in.accessToken())).isPresent();
    assertThat(sessions.authenticate(in.accessToken())).isPresent();
    sessions.end(in.principal().sessionId());
    assertThat(sessions.authenticate(in.accessToken())).isEmpty();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(in.accessToken())).isEmpty();
    sessions.end(in.principal().sessionId());
    sessions.end("unknown");
  }

  @Test
  void seesANewMembershipWithinASecond() {
    String theirs = create(acme, "joins@example.ca");
    SignedIn in = signIn("joins@example.ca", theirs);
    assertThat(sessions.authenticate(in.accessToken())).isPresent();
    TenantId boreal = installation.tenant("boreal");
    create(boreal, "joins@example.ca");
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(sessions.authenticate(in.accessToken()).orElseThrow().tenants())
        .containsExactlyInAnyOrder(acme, boreal);
  }

  @Test
  void refusesATokenWhoseSessionIsNotThatUsers() {
    SignedIn in = signIn("anne@example.ca", password);
    String forged =
        new AccessTokens(new byte[32], CLOCK)
            .issue(in.principal().id() + 1, in.principal().sessionId());
    assertThat(sessions.authenticate(forged)).isEmpty();
    String noSession = new AccessTokens(new byte[32], CLOCK).issue(in.principal().id(), "none");
    assertThat(sessions.authenticate(noSession)).isEmpty();
  }

  @Test
  void refusesATokenAfterItsTime() {
    SignedIn in = signIn("anne@example.ca", password);
    CLOCK.advance(Duration.ofMinutes(15));
    assertThat(sessions.authenticate(in.accessToken())).isEmpty();
  }

  @Test
  void endsASessionByItselfAfterTwelveHours() {
    SignedIn in = signIn("anne@example.ca", password);
    CLOCK.advance(Duration.ofHours(12));
    String later =
        new AccessTokens(new byte[32], CLOCK)
            .issue(in.principal().id(), in.principal().sessionId());
    assertThat(sessions.authenticate(later)).isEmpty();
  }

  @Test
  void notesWhenASessionWasSeenButNotAtEachRequest() {
    SignedIn in = signIn("anne@example.ca", password);
    String before = lastSeen(in);
    CLOCK.advance(Duration.ofSeconds(59));
    assertThat(sessions.authenticate(in.accessToken())).isPresent();
    assertThat(lastSeen(in)).isEqualTo(before);
    CLOCK.advance(Duration.ofSeconds(2));
    assertThat(sessions.authenticate(in.accessToken())).isPresent();
    assertThat(lastSeen(in)).isGreaterThan(before);
  }

  @Test
  void hashesAgainWithTodaysCostAtTheNextSignIn() {
    String theirs = create(acme, "rehash@example.ca");
    PasswordHash stronger = new PasswordHash(new PhcText.Cost(128, 1, 1));
    Sessions today = new Sessions(registry, stronger, new byte[32], CLOCK);
    today.signIn("rehash@example.ca", theirs, "192.0.2.1", "test");
    assertThat(text("password_hash", "user_account", "email = 'rehash@example.ca'"))
        .startsWith("$argon2id$v=19$m=128,t=1,p=1$");
    assertThat(today.signIn("rehash@example.ca", theirs, "192.0.2.1", "test")).isNotNull();
  }

  private SignedIn signIn(String email, String secret) {
    return sessions.signIn(email, secret, "192.0.2.1", "x".repeat(1000));
  }

  private static String create(TenantId tenant, String email) {
    return new Users(registry, CHEAP, installation.audit(), CLOCK)
        .create(Actor.SYSTEM, tenant, email, "Anne", Role.USER, Locale.CANADA_FRENCH)
        .password()
        .orElse("");
  }

  private static String lastSeen(SignedIn in) {
    return text("last_seen_at", "session", "id = '" + in.principal().sessionId() + "'");
  }

  private static String text(String column, String table, String condition) {
    return registry.sql(
        (connection, db) -> {
          String sql =
              "SELECT CAST(%s AS CHAR) FROM %s.%s WHERE %s".formatted(column, db, table, condition);
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
          }
        });
  }

  private static Membership whole(Role role) {
    return new Membership(role, BatteryAccess.ALL);
  }
}
