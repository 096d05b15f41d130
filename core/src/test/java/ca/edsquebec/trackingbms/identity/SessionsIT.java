package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionsIT {

  private static final Actor BY = Actor.user(1, "192.0.2.1");

  private static TestIdentity world;
  private static TenantId acme;
  private static String password;

  private final Sessions sessions = world.identity.sessions();

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
    password = world.create(acme, "anne@example.ca");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void recognisesWhoSignedIn() {
    SignedIn in = signIn("Anne@Example.ca", password);
    assertThat(in.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    assertThat(in.principal().memberships()).isEqualTo(Map.of(acme, whole(Role.USER)));
    assertThat(in.principal().locale()).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken()))
        .contains(in.principal());
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
  void refusesAnEndedSessionAtOnceHereAndWithinASecondElsewhere() {
    SignedIn in = signIn("anne@example.ca", password);
    Sessions elsewhere = world.another().sessions();
    assertThat(elsewhere.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    sessions.end(BY, in.principal().sessionId());
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isEmpty();
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(SessionKind.PROGRAM, in.accessToken())).isEmpty();
    sessions.end(BY, in.principal().sessionId());
    sessions.end(BY, "unknown");
  }

  @Test
  void seesANewMembershipWithinASecond() {
    String theirs = world.create(acme, "joins@example.ca");
    SignedIn in = signIn("joins@example.ca", theirs);
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    TenantId boreal = world.installation.tenant("boreal");
    world.create(boreal, "joins@example.ca");
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken()).orElseThrow().tenants())
        .containsExactlyInAnyOrder(acme, boreal);
  }

  @Test
  void refusesATokenWhoseSessionIsNotThatUsers() {
    SignedIn in = signIn("anne@example.ca", password);
    String forged =
        new AccessTokens(world.keys, world.clock)
            .issue(SessionKind.PROGRAM, in.principal().id() + 1, in.principal().sessionId());
    assertThat(sessions.authenticate(SessionKind.PROGRAM, forged)).isEmpty();
    String noSession =
        new AccessTokens(world.keys, world.clock)
            .issue(SessionKind.PROGRAM, in.principal().id(), "none");
    assertThat(sessions.authenticate(SessionKind.PROGRAM, noSession)).isEmpty();
  }

  @Test
  void refusesATokenAfterItsTime() {
    SignedIn in = signIn("anne@example.ca", password);
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isEmpty();
  }

  @Test
  void endsASessionByItselfAfterTwelveHours() {
    SignedIn in = signIn("anne@example.ca", password);
    world.clock.advance(Duration.ofHours(12));
    String later =
        new AccessTokens(world.keys, world.clock)
            .issue(SessionKind.PROGRAM, in.principal().id(), in.principal().sessionId());
    assertThat(sessions.authenticate(SessionKind.PROGRAM, later)).isEmpty();
  }

  @Test
  void notesWhenASessionWasSeenButNotAtEachRequest() {
    SignedIn in = signIn("anne@example.ca", password);
    String before = lastSeen(in);
    world.clock.advance(Duration.ofSeconds(59));
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    assertThat(lastSeen(in)).isEqualTo(before);
    world.clock.advance(Duration.ofSeconds(2));
    assertThat(sessions.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    assertThat(lastSeen(in)).isGreaterThan(before);
  }

  @Test
  void hashesAgainWithTodaysCostAtTheNextSignIn() {
    String theirs = world.create(acme, "rehash@example.ca");
    PasswordHash stronger = new PasswordHash(new PhcText.Cost(128, 1, 1));
    SignIn today = world.another(stronger).signIn();
    today.begin(SessionKind.PROGRAM, "rehash@example.ca", theirs, TestIdentity.device());
    assertThat(world.text("password_hash", "user_account", "email = 'rehash@example.ca'"))
        .startsWith("$argon2id$v=19$m=128,t=1,p=1$");
    assertThat(today.begin(SessionKind.PROGRAM, "rehash@example.ca", theirs, TestIdentity.device()))
        .isNotNull();
  }

  @Test
  void endsWhenNothingWasHeardForTwoHours() {
    SignedIn in = signIn("anne@example.ca", password);
    world.clock.advance(Duration.ofHours(2));
    assertThat(sessions.current(in.principal().sessionId())).isEmpty();
  }

  @Test
  void revokesAllButTheOneThatGoesOn() {
    String theirs = world.create(acme, "many@example.ca");
    SignedIn here = signIn("many@example.ca", theirs);
    SignedIn there = signIn("many@example.ca", theirs);
    long id = here.principal().id();
    assertThat(sessions.list(id)).hasSize(2);
    assertThat(sessions.revokeAll(BY, id, Optional.of(here.principal().sessionId()))).isEqualTo(1);
    assertThat(sessions.current(there.principal().sessionId())).isEmpty();
    assertThat(sessions.current(here.principal().sessionId())).isPresent();
  }

  @Test
  void revokesNobodyElsesSession() {
    SignedIn in = signIn("anne@example.ca", password);
    assertThatThrownBy(() -> sessions.revoke(BY, 99, in.principal().sessionId()))
        .isInstanceOf(NotFoundException.class);
    assertThat(sessions.current(in.principal().sessionId())).isPresent();
  }

  private static SignedIn signIn(String email, String secret) {
    return world.signIn(email, secret, Device.program("192.0.2.1", "x".repeat(1000)));
  }

  private static String lastSeen(SignedIn in) {
    return world.text("last_seen_at", "session", "id = '" + in.principal().sessionId() + "'");
  }

  private static Membership whole(Role role) {
    return new Membership(role, BatteryAccess.ALL);
  }
}
