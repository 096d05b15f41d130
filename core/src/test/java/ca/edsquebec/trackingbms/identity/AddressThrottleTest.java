package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressThrottleTest {

  private final SettableClock clock = SettableClock.atPresent();
  private final AddressThrottle throttle = new AddressThrottle(2, clock);

  @Test
  void refusesTheThirdAndForgetsInAQuarterOfAnHour() {
    throttle.begin("192.0.2.1");
    throttle.begin("192.0.2.1");
    assertThatThrownBy(() -> throttle.begin("192.0.2.1")).isInstanceOf(SignInThrottled.class);
    assertThatCode(() -> throttle.begin("192.0.2.2")).doesNotThrowAnyException();
    clock.advance(Duration.ofMinutes(15));
    assertThatCode(() -> throttle.begin("192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void whoHasANetworkOfAddressesCountsAsOne() {
    throttle.begin("2001:db8:0:1:0:0:0:1");
    throttle.begin("2001:db8:0:1:0:0:0:2");
    assertThatThrownBy(() -> throttle.begin("2001:db8:0:1:ffff:0:0:3"))
        .isInstanceOf(SignInThrottled.class);
    assertThatCode(() -> throttle.begin("2001:db8:0:2:0:0:0:1")).doesNotThrowAnyException();
  }

  @Test
  void takesBackWhatWasRight() {
    throttle.begin("2001:db8:0:1:0:0:0:1");
    throttle.takeBack("2001:db8:0:1:0:0:0:1");
    throttle.begin("2001:db8:0:1:0:0:0:2");
    assertThatCode(() -> throttle.begin("2001:db8:0:1:0:0:0:3")).doesNotThrowAnyException();
  }
}
