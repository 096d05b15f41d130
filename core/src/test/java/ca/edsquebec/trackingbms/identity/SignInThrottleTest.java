package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void refusesTheEleventhAttemptAndSaysWhenToTryAgain() {
    fail(10, "anne@example.ca", "192.0.2.1");
    clock.advance(Duration.ofMinutes(5));
    assertThatThrownBy(() -> throttle.begin("anne@example.ca", "192.0.2.1"))
        .isInstanceOfSatisfying(
            SignInThrottled.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
    clock.advance(Duration.ofMinutes(10));
    assertThatCode(() -> throttle.begin("anne@example.ca", "192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void doesNotLockTheOwnerOutWhoComesFromElsewhere() {
    fail(10, "anne@example.ca", "192.0.2.1");
    assertThatCode(() -> throttle.begin("anne@example.ca", "198.51.100.7"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnAddressThatTriesManyAccounts() {
    for (int i = 0; i < 100; i++) {
      throttle.begin("user" + i + "@example.ca", "192.0.2.1");
    }
    assertThatThrownBy(() -> throttle.begin("another@example.ca", "192.0.2.1"))
        .isInstanceOf(SignInThrottled.class);
  }

  @Test
  void forgetsTheFailuresOfAnAccountThatSucceeds() {
    fail(9, "anne@example.ca", "192.0.2.1");
    throttle.begin("anne@example.ca", "192.0.2.1");
    throttle.succeeded("anne@example.ca", "192.0.2.1");
    assertThatCode(() -> fail(10, "anne@example.ca", "192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void doesNotCountWhatWasNeverDecided() {
    for (int i = 0; i < 50; i++) {
      throttle.begin("anne@example.ca", "192.0.2.1");
      throttle.abandoned("anne@example.ca", "192.0.2.1");
    }
    assertThatCode(() -> throttle.begin("anne@example.ca", "192.0.2.1")).doesNotThrowAnyException();
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.begin(account, address);
    }
  }
}
