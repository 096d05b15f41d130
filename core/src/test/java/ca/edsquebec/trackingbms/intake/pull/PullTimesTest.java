package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PullTimesTest {

  private final PullTimes times = PullTimes.USUAL;

  @Test
  void eachFailureDoublesThePauseUpToTenMinutes() {
    assertThat(times.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(times.pause(2, 0.5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(times.pause(7, 0.5)).isEqualTo(Duration.ofSeconds(320));
    assertThat(times.pause(8, 0.5)).isEqualTo(Duration.ofMinutes(10));
    assertThat(times.pause(1_000_000, 0.5)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void devicesThatFailTogetherAreNotTriedTogether() {
    assertThat(times.pause(1, 0)).isEqualTo(Duration.ofMillis(3750));
    assertThat(times.pause(1, 1)).isEqualTo(Duration.ofMillis(6250));
    assertThat(times.pause(30, 1)).isEqualTo(Duration.ofMillis(750_000));
  }
}
