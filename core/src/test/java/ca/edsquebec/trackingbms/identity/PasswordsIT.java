package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a changed password ends, and the links by which one is set. */
class PasswordsIT {

  private static final String FRESH = "chat orange sur le quai";
  private static final Duration LINK_GOOD = Duration.ofMinutes(30);

  private static TestIdentity world;
  private static TenantId acme;
  private static Passwords passwords;
  private static int people;

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private String email;
  private String password;

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
    passwords = world.identity.passwords();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void somebody() {
    email = "person" + people++ + "@example.ca";
    password = world.create(acme, email);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void aChangeEndsTheOtherSessionsWithinASecond() {
    Principal.User own = world.signIn(email, password).principal();
    Principal.User other = world.signIn(email, password).principal();
    Sessions elsewhere = world.another().sessions();
    assertThat(elsewhere.current(other.sessionId())).isPresent();
    change(own, password, FRESH);
    assertThat(world.identity.sessions().current(other.sessionId())).isEmpty();
    assertThat(world.identity.sessions().current(own.sessionId())).isPresent();
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.current(other.sessionId())).isEmpty();
    assertThatThrownBy(() -> world.signIn(email, password)).isInstanceOf(SignInRefused.class);
    assertThat(world.signIn(email, FRESH).principal().id()).isEqualTo(own.id());
  }

  @Test
  void aWrongCurrentPasswordChangesNothingAndIsRecorded() {
    Principal.User own = world.signIn(email, password).principal();
    int before = world.audited("SIGN_IN_FAILED");
    assertThatThrownBy(() -> change(own, "wrong", FRESH)).isInstanceOf(SignInRefused.class);
    assertThat(world.audited("SIGN_IN_FAILED")).isEqualTo(before + 1);
    assertThat(world.signIn(email, password)).isNotNull();
  }

  @Test
  void aChangeEndsTheTrustInDevices() {
    long id = world.signIn(email, password).principal().id();
    String seed = world.identity.secondFactor().begin(id).key().replace(" ", "");
    world
        .identity
        .secondFactor()
        .confirm(TestIdentity.by(id), id, code(seed), TestIdentity.browser());
    world.clock.advance(Duration.ofSeconds(30));
    FactorAsked asked = (FactorAsked) browserSignsIn(password, TestIdentity.browser());
    SignedIn in =
        world
            .identity
            .signIn()
            .finish(
                SessionKind.BROWSER, asked.challenge(), code(seed), true, TestIdentity.browser());
    Device trusted = TestIdentity.browser(in.deviceSecret().orElseThrow());
    assertThat(browserSignsIn(password, trusted)).isInstanceOf(SignedIn.class);
    change(in.principal(), password, FRESH);
    assertThat(browserSignsIn(FRESH, trusted)).isInstanceOf(FactorAsked.class);
  }

  @Test
  void theSecondFactorTakesThePasswordToo() {
    long id = world.signIn(email, password).principal().id();
    String seed = world.identity.secondFactor().begin(id).key().replace(" ", "");
    for (String wrong : new String[] {"", "wrong"}) {
      assertThatThrownBy(() -> turnOn(id, wrong, seed)).isInstanceOf(SignInRefused.class);
    }
    assertThat(world.identity.secondFactor().state(id).on()).isFalse();
    assertThat(turnOn(id, password, seed)).hasSize(BackupCodes.COUNT);
    assertThat(world.identity.secondFactor().state(id).on()).isTrue();
  }

  @Test
  void aClientSeesWhoOfItsPeopleHasASecondFactor() {
    TenantId boreal = world.installation.tenant("boreal");
    Members members = new Members(world.registry, world.installation.audit(), world.clock);
    long id = world.signIn(email, password).principal().id();
    String seed = world.identity.secondFactor().begin(id).key().replace(" ", "");
    assertThat(members.withSecondFactor(acme)).doesNotContain(id);
    turnOn(id, password, seed);
    assertThat(members.withSecondFactor(acme)).contains(id);
    assertThat(members.withSecondFactor(boreal)).isEmpty();
  }

  private static List<String> turnOn(long id, String with, String seed) {
    return passwords.turnFactorOn(
        TestIdentity.by(id), id, with, code(seed), TestIdentity.browser());
  }

  @Test
  void whoLostTelephoneAndCodesIsLetInByThePasswordAlone() {
    long id = world.signIn(email, password).principal().id();
    turnOn(id, password, world.identity.secondFactor().begin(id).key().replace(" ", ""));
    FactorAsked asked = (FactorAsked) browserSignsIn(password, TestIdentity.browser());
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> finish(asked)).isInstanceOf(SignInRefused.class);
    }
    assertThatThrownBy(() -> finish(asked)).isInstanceOf(SignInThrottled.class);
    passwords.unlock(Actor.SYSTEM, email);
    assertThatThrownBy(() -> finish(asked)).isInstanceOf(SignInRefused.class);
    int before = world.audited("SECOND_FACTOR_OFF");
    for (int i = 0; i < 2; i++) {
      passwords.removeFactor(Actor.SYSTEM, email);
    }
    assertThat(world.audited("SECOND_FACTOR_OFF")).isEqualTo(before + 1);
    assertThat(browserSignsIn(password, TestIdentity.browser())).isInstanceOf(SignedIn.class);
    assertThatThrownBy(() -> passwords.removeFactor(Actor.SYSTEM, "nobody@example.ca"))
        .isInstanceOf(NotFoundException.class);
  }

  private static SignedIn finish(FactorAsked asked) {
    return world
        .identity
        .signIn()
        .finish(SessionKind.BROWSER, asked.challenge(), "lost", false, TestIdentity.browser());
  }

  @Test
  void aLinkIsGoodOnceAndEndsAllSessions() {
    Principal.User in = world.signIn(email, password).principal();
    String token = link();
    assertThat(passwords.owner(token)).contains(email);
    passwords.reset(token, FRESH, TestIdentity.ADDRESS);
    assertThat(world.identity.sessions().current(in.sessionId())).isEmpty();
    assertUseless(token);
    assertThat(world.signIn(email, FRESH)).isNotNull();
  }

  @Test
  void aLinkIsGoodForHalfAnHour() {
    String token = link();
    world.clock.advance(LINK_GOOD.minusMillis(1));
    assertThat(passwords.owner(token)).contains(email);
    world.clock.advance(Duration.ofMillis(1));
    assertUseless(token);
  }

  @Test
  void anotherLinkAndAChangedPasswordMakeItUseless() {
    String first = link();
    world.clock.advance(Duration.ofMinutes(1));
    String second = link();
    assertUseless(first);
    change(world.signIn(email, password).principal(), password, FRESH);
    assertUseless(second);
  }

  @Test
  void nobodyGetsMoreThanThreeLinksAnHourAndAStrangerNone() {
    for (int i = 0; i < 4; i++) {
      passwords.mailLink(email, TestIdentity.ADDRESS);
    }
    passwords.mailLink("stranger@example.ca", TestIdentity.ADDRESS);
    assertThat(mailsTo(email)).isEqualTo("3");
    assertThat(mailsTo("stranger@example.ca")).isEqualTo("0");
  }

  @Test
  void ofTwoWhoUseOneLinkAtOnceOneSetsThePassword() throws Exception {
    String token = link();
    Callable<Throwable> reset =
        () -> catchThrowable(() -> passwords.reset(token, FRESH, TestIdentity.ADDRESS));
    int refused = 0;
    for (Future<Throwable> one : threads.invokeAll(Collections.nCopies(2, reset))) {
      refused += one.get() == null ? 0 : 1;
    }
    assertThat(refused).isEqualTo(1);
  }

  @Test
  void whoKnewTheOldPasswordDoesNotReplaceTheOneThatIsSetMeanwhile() throws Exception {
    Principal.User in = world.signIn(email, password).principal();
    String fresh = PasswordHash.nothing();
    var access = world.installation.access();
    try (Connection owner =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE `%s`.user_account SET password_hash = '%s' WHERE email = '%s'"
              .formatted(world.registry.name(), fresh, email));
      Future<Throwable> late =
          threads.submit(() -> catchThrowable(() -> change(in, password, FRESH)));
      Waiters.await(world.registry, 1);
      owner.commit();
      assertThat(late.get()).isInstanceOf(SignInRefused.class);
    }
    assertThat(world.text("password_hash", "user_account", "email = '" + email + "'"))
        .isEqualTo(fresh);
  }

  private void change(Principal.User person, String current, String fresh) {
    passwords.change(
        TestIdentity.by(person.id()),
        person.id(),
        current,
        fresh,
        person.sessionId(),
        TestIdentity.device());
  }

  private SignInStep browserSignsIn(String with, Device device) {
    return world.identity.signIn().begin(SessionKind.BROWSER, email, with, device);
  }

  private String link() {
    passwords.mailLink(email, TestIdentity.ADDRESS);
    return world.mailedToken(email);
  }

  private static void assertUseless(String token) {
    assertThat(passwords.owner(token)).isEmpty();
    assertThatThrownBy(() -> passwords.reset(token, FRESH, TestIdentity.ADDRESS))
        .isInstanceOf(NotFoundException.class);
  }

  private static String mailsTo(String address) {
    return world.text(
        "COUNT(*)",
        "outbox",
        "template = 'account.password-link' AND recipient = '" + address + "'");
  }

  private static String code(String seed) {
    return Totp.code(Totp.key(seed), Totp.step(world.clock.instant()));
  }
}
