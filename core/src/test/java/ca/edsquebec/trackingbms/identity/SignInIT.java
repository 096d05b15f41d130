package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.secret.KeyRotation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures, known devices and the second factor at the sign-in. */
class SignInIT {

  private static TestIdentity world;
  private static TenantId acme;
  private static int people;

  private String email;
  private String password;

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
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

  @Test
  void waitsLongerWithEachFurtherFailure() {
    fail(10, TestIdentity.browser());
    assertThat(waitOf(TestIdentity.browser())).isEqualTo(Duration.ofMinutes(1));
    world.clock.advance(Duration.ofMinutes(1));
    fail(1, TestIdentity.browser());
    assertThat(waitOf(TestIdentity.browser())).isEqualTo(Duration.ofMinutes(2));
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(signIn(TestIdentity.browser())).isInstanceOf(SignedIn.class);
    fail(9, TestIdentity.browser());
    assertThat(signIn(TestIdentity.browser())).isInstanceOf(SignedIn.class);
  }

  @Test
  void remembersFailuresOverARestart() {
    fail(10, TestIdentity.browser());
    assertThatThrownBy(
            () ->
                world
                    .another()
                    .signIn()
                    .begin(SessionKind.BROWSER, email, password, TestIdentity.browser()))
        .isInstanceOf(SignInThrottled.class);
  }

  @Test
  void locksTheOwnerOutNeitherElsewhereNorOnAKnownDevice() {
    SignedIn in = (SignedIn) signIn(TestIdentity.browser());
    for (int i = 0; i < 5; i++) {
      fail(10, new Device("198.51.100." + i, "guess", java.util.List.of()));
    }
    Device stranger = new Device("203.0.113.9", "guess", java.util.List.of());
    assertThat(waitOf(stranger)).isLessThanOrEqualTo(Duration.ofMinutes(15));
    Device known = TestIdentity.browser(in.deviceSecret().orElseThrow());
    assertThat(signIn(known)).isInstanceOf(SignedIn.class);
  }

  @Test
  void countsUnknownAccountsAlike() {
    email = "nobody" + people + "@example.ca";
    fail(10, TestIdentity.browser());
    assertThat(waitOf(TestIdentity.browser())).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void refusesADeactivatedAccountAsAWrongPassword() {
    SignedIn in = (SignedIn) signIn(TestIdentity.browser());
    world.registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(
                "UPDATE "
                    + db
                    + ".user_account SET deactivated_at = NOW() WHERE email = '"
                    + email
                    + "'");
          }
        });
    assertThatThrownBy(() -> signIn(TestIdentity.browser())).isInstanceOf(SignInRefused.class);
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(world.identity.sessions().current(in.principal().sessionId())).isEmpty();
  }

  @Test
  void tellsByMailOfANewDeviceButNotOfTheFirst() {
    SignedIn first = (SignedIn) signIn(TestIdentity.browser());
    assertThat(mails()).isZero();
    Device known = TestIdentity.browser(first.deviceSecret().orElseThrow());
    SignedIn again = (SignedIn) signIn(known);
    assertThat(again.deviceSecret()).isEmpty();
    assertThat(mails()).isZero();
    signIn(TestIdentity.browser("made up"));
    assertThat(mails()).isEqualTo(1);
    assertThat(world.identity.devices().list(first.principal().id())).hasSize(2);
  }

  @Test
  void asksForTheCodeAndTakesEachOnce() {
    String seed = enrol();
    String code = code(seed);
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    SignedIn in = finish(asked, " " + code.substring(0, 3) + " " + code.substring(3), false);
    assertThat(world.identity.sessions().current(in.principal().sessionId())).isPresent();
    FactorAsked next = (FactorAsked) signIn(TestIdentity.browser());
    assertThatThrownBy(() -> finish(next, code, false)).isInstanceOf(SignInRefused.class);
    world.clock.advance(Duration.ofSeconds(30));
    assertThat(finish(next, code(seed), false)).isNotNull();
  }

  @Test
  void isNotSignedInBeforeTheCode() {
    enrol();
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    for (SessionKind kind : SessionKind.values()) {
      assertThat(world.identity.sessions().authenticate(kind, asked.challenge())).isEmpty();
    }
    assertThat(asked.toString()).doesNotContain(asked.challenge());
  }

  @Test
  void limitsTheCodesThatMayBeTried() {
    String seed = enrol();
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    String wrong = code(seed).equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> finish(asked, wrong, false)).isInstanceOf(SignInRefused.class);
    }
    assertThatThrownBy(() -> finish(asked, code(seed), false)).isInstanceOf(SignInThrottled.class);
  }

  @Test
  void trustsADeviceForThirtyDays() {
    String seed = enrol();
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    SignedIn in = finish(asked, code(seed), true);
    Device known = TestIdentity.browser(in.deviceSecret().orElseThrow());
    assertThat(signIn(known)).isInstanceOf(SignedIn.class);
    assertThat(signIn(TestIdentity.browser("another"))).isInstanceOf(FactorAsked.class);
    world.clock.advance(Duration.ofDays(30));
    assertThat(signIn(known)).isInstanceOf(FactorAsked.class);
  }

  @Test
  void aCodeThatIsWrongIsRecorded() {
    String seed = enrol();
    String wrong = code(seed).equals("000000") ? "000001" : "000000";
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    int before = world.audited("SECOND_FACTOR_FAILED");
    for (String code : new String[] {wrong, "abcdefgh2345", ""}) {
      assertThatThrownBy(() -> finish(asked, code, false)).isInstanceOf(SignInRefused.class);
    }
    assertThat(world.audited("SECOND_FACTOR_FAILED")).isEqualTo(before + 3);
    finish(asked, code(seed), false);
    assertThat(world.audited("SECOND_FACTOR_FAILED")).isEqualTo(before + 3);
  }

  @Test
  void trustInABrowserIsNoneInAProgramOfItsNameAndAddress() {
    Device program = Device.program(TestIdentity.ADDRESS, "Firefox");
    assertThat(programSignsIn(program)).isInstanceOf(SignedIn.class);
    String seed = enrol();
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    assertThat(finish(asked, code(seed), true).deviceSecret()).isPresent();
    assertThat(programSignsIn(program)).isInstanceOf(FactorAsked.class);
    assertThat(signIn(TestIdentity.browser())).isInstanceOf(FactorAsked.class);
  }

  private SignInStep programSignsIn(Device program) {
    return world.identity.signIn().begin(SessionKind.PROGRAM, email, password, program);
  }

  @Test
  void takesABackupCodeOnce() {
    long id = ((SignedIn) signIn(TestIdentity.browser())).principal().id();
    world.identity.secondFactor().begin(id);
    String seed = seed(id);
    String backup =
        world
            .identity
            .secondFactor()
            .confirm(TestIdentity.by(id), id, code(seed), TestIdentity.browser())
            .get(3);
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    assertThat(finish(asked, backup.toUpperCase(java.util.Locale.ROOT), false)).isNotNull();
    FactorAsked next = (FactorAsked) signIn(TestIdentity.browser());
    assertThatThrownBy(() -> finish(next, backup, false)).isInstanceOf(SignInRefused.class);
    assertThat(world.identity.secondFactor().state(id).backupCodesLeft()).isEqualTo(9);
  }

  @Test
  void whatSomebodySawLongBeforeIsNotWhatIsConfirmed() {
    long id = ((SignedIn) signIn(TestIdentity.browser())).principal().id();
    String seen = seed(id);
    assertThat(seed(id)).isEqualTo(seen);
    world.clock.advance(Duration.ofMinutes(16));
    assertThat(seed(id)).isNotEqualTo(seen);
  }

  @Test
  void outlivesAChangeOfKeys() {
    String seed = enrol();
    KeyRotation rotation = new KeyRotation(world.installation.databases(), world.keys, world.clock);
    rotation.begin();
    rotation.places().forEach(rotation::reseal);
    world.clock.advance(Duration.ofMinutes(6));
    while (!rotation.finish()) {
      assertThat(rotation.removableAt()).isPresent();
    }
    FactorAsked asked = (FactorAsked) signIn(TestIdentity.browser());
    assertThat(finish(asked, code(seed), false)).isNotNull();
  }

  @Test
  void aClientMayAskForIt() {
    long id = ((SignedIn) signIn(TestIdentity.browser())).principal().id();
    assertThat(world.identity.secondFactor().state(id).required()).isFalse();
    world.identity.factorPolicy().require(TestIdentity.by(1), acme, true);
    assertThat(world.identity.secondFactor().state(id).required()).isTrue();
    world.identity.factorPolicy().require(TestIdentity.by(1), acme, false);
    assertThat(world.identity.secondFactor().state(id).required()).isFalse();
  }

  /** Turns it on, and waits for the next code. */
  private String enrol() {
    long id = ((SignedIn) signIn(TestIdentity.browser())).principal().id();
    Enrolment begun = world.identity.secondFactor().begin(id);
    assertThat(world.identity.secondFactor().begin(id)).isEqualTo(begun);
    String seed = seed(id);
    world
        .identity
        .secondFactor()
        .confirm(TestIdentity.by(id), id, code(seed), TestIdentity.browser());
    world.clock.advance(Duration.ofSeconds(30));
    return seed;
  }

  private static String seed(long userId) {
    return world.identity.secondFactor().begin(userId).key().replace(" ", "");
  }

  private static String code(String seed) {
    return Totp.code(Totp.key(seed), Totp.step(world.clock.instant()));
  }

  private SignInStep signIn(Device device) {
    return world.identity.signIn().begin(SessionKind.BROWSER, email, password, device);
  }

  private static SignedIn finish(FactorAsked asked, String code, boolean trust) {
    return world
        .identity
        .signIn()
        .finish(SessionKind.BROWSER, asked.challenge(), code, trust, TestIdentity.browser());
  }

  private void fail(int times, Device device) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(
              () -> world.identity.signIn().begin(SessionKind.BROWSER, email, "wrong", device))
          .isInstanceOf(SignInRefused.class);
    }
  }

  private Duration waitOf(Device device) {
    try {
      signIn(device);
      return Duration.ZERO;
    } catch (SignInThrottled throttled) {
      return throttled.retryAfter();
    }
  }

  private int mails() {
    return Integer.parseInt(
        world.text(
            "COUNT(*)",
            "outbox",
            "template = 'account.new-device' AND recipient = '" + email + "'"));
  }
}
