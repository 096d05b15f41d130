package ca.edsquebec.trackingbms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far a clock is off, told by requests that may be held up. */
class OffsetsTest {

  private final Offsets offsets = new Offsets();

  @Test
  void knowsNothingBeforeTheFirst() {
    assertThat(offsets.median()).isEmpty();
  }

  @Test
  void passesOverOneThatWasHeldUp() {
    offsets.add(-20);
    offsets.add(-60_000);
    offsets.add(-30);
    assertThat(offsets.median()).hasValue(-30);
  }

  @Test
  void followsAClockThatIsSet() {
    for (int i = 0; i < 100; i++) {
      offsets.add(3_600_000);
    }
    for (int i = 0; i < 5; i++) {
      offsets.add(10);
    }
    assertThat(offsets.median()).hasValue(10);
  }
}
