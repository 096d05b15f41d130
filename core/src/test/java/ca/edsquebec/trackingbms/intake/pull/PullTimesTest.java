package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    assertThat(times.pause(30, 1)).isEqualTo(Duration.ofSeconds(750));
  }

  @Test
  void aTryFurtherAheadThanAnyPauseIsNotWaitedFor() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(nextTry(now).isDue(now, times)).isTrue();
    assertThat(nextTry(now.plusMillis(1)).isDue(now, times)).isFalse();
    assertThat(nextTry(now.plusSeconds(750)).isDue(now, times)).isFalse();
    assertThat(nextTry(now.plusSeconds(751)).isDue(now, times))
        .as("the clock was put back meanwhile")
        .isTrue();
  }

  private static PullDevice nextTry(Instant at) {
    return new PullDevice(
        1,
        PullAddress.parse("tcp://battery.example:4001"),
        true,
        PullDevice.State.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.of(PullFault.SILENT),
        "",
        1,
        Optional.of(at));
  }
}
