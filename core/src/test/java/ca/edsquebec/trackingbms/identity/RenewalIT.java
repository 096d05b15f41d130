package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a session goes on, and how a stolen refresh token ends it. */
class RenewalIT {

  private static final Duration LATE = Duration.ofSeconds(30);

  private static TestIdentity world;
  private static String password;

  private final Renewal renewal = world.identity.renewal();

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    password = world.create(world.installation.tenant("acme"), "anne@example.ca");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void goesOnWithAFreshTokenEachTime() {
    SignedIn in = signIn();
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(14));
      SignedIn next = renew(in.refreshToken()).orElseThrow();
      assertThat(next.refreshToken()).isNotEqualTo(in.refreshToken());
      assertThat(isIn(next)).isTrue();
      assertThat(next.principal().sessionId()).isEqualTo(in.principal().sessionId());
      in = next;
    }
  }

  @Test
  void letsTwoTabsGoOnThatCameAtOnce() {
    SignedIn in = signIn();
    SignedIn first = renew(in.refreshToken()).orElseThrow();
    world.clock.advance(Duration.ofSeconds(29));
    SignedIn second = renew(in.refreshToken()).orElseThrow();
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    world.clock.advance(LATE);
    assertThat(renew(second.refreshToken())).isPresent();
    assertThat(isIn(second)).isTrue();
  }

  @Test
  void letsManyRequestsOfOneMomentGoOn() {
    SignedIn in = signIn();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<CompletableFuture<Optional<SignedIn>>> all =
          IntStream.range(0, 12)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> renew(in.refreshToken()), pool))
              .toList();
      assertThat(all).allSatisfy(answer -> assertThat(answer.join()).isPresent());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void endsTheSessionWhenAnOldTokenComesLate() {
    int before = world.audited("REFRESH_TOKEN_REUSED");
    SignedIn in = signIn();
    SignedIn owner = renew(in.refreshToken()).orElseThrow();
    world.clock.advance(LATE);
    assertThat(renew(in.refreshToken())).isEmpty();
    assertThat(isIn(owner)).isFalse();
    assertThat(renew(owner.refreshToken())).isEmpty();
    assertThat(world.audited("REFRESH_TOKEN_REUSED")).isEqualTo(before + 1);
  }

  @Test
  void aThiefWhoCameWithinTheGraceIsFoundAsSoonAsBothGoOn() {
    SignedIn in = signIn();
    SignedIn owner = renew(in.refreshToken()).orElseThrow();
    SignedIn thief = renew(in.refreshToken()).orElseThrow();
    world.clock.advance(Duration.ofMinutes(10));
    SignedIn next = renew(thief.refreshToken()).orElseThrow();
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(renew(owner.refreshToken())).isEmpty();
    assertThat(isIn(next)).isFalse();
    assertThat(renew(next.refreshToken())).isEmpty();
  }

  @Test
  void takesABrowsersTokenFromNoProgram() {
    SignedIn in = signIn();
    assertThat(world.identity.renewal().renew(SessionKind.BROWSER, in.refreshToken(), "x"))
        .isEmpty();
    assertThat(renew(in.refreshToken())).isPresent();
  }

  @Test
  void doesNotOutliveItsSession() {
    SignedIn in = signIn();
    world.identity.sessions().end(TestIdentity.by(1), in.principal().sessionId());
    assertThat(renew(in.refreshToken())).isEmpty();
    assertThat(renew("")).isEmpty();
    assertThat(renew("unknown")).isEmpty();
  }

  @Test
  void goesOnForTwelveHoursAtMost() {
    SignedIn in = signIn();
    for (int i = 0; i < 11; i++) {
      world.clock.advance(Duration.ofHours(1));
      in = renew(in.refreshToken()).orElseThrow();
    }
    world.clock.advance(Duration.ofHours(1));
    assertThat(renew(in.refreshToken())).isEmpty();
  }

  @Test
  void keepsOnlyTheHash() {
    SignedIn in = signIn();
    assertThat(world.text("COUNT(*)", "refresh_token", "hash = '" + in.refreshToken() + "'"))
        .isEqualTo("0");
    assertThat(
            world.text(
                "COUNT(*)", "refresh_token", "hash = '" + SecretHash.of(in.refreshToken()) + "'"))
        .isEqualTo("1");
  }

  private SignedIn signIn() {
    return world.signIn("anne@example.ca", password);
  }

  private Optional<SignedIn> renew(String token) {
    return renewal.renew(SessionKind.PROGRAM, token, TestIdentity.ADDRESS);
  }

  private static boolean isIn(SignedIn in) {
    return world
        .identity
        .sessions()
        .authenticate(SessionKind.PROGRAM, in.accessToken())
        .isPresent();
  }
}
