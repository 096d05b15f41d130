package ca.edsquebec.trackingbms.intake.pull;

import static ca.edsquebec.trackingbms.intake.pull.PullWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptLeaseIT {

  /** Far longer than the database may take to write it down. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  @Test
  void oneThatRanOutIsNotCountedOnAndIsRenewedUnlessAnotherProgramTookIt() {
    try (TestInstallation installation = new TestInstallation()) {
      KeptLease mine = new KeptLease(installation.databases().registry(), "pull/acme/1", SHORT);
      KeptLease other =
          new KeptLease(installation.databases().registry(), "pull/acme/1", Duration.ofMinutes(1));
      assertThat(mine.isHeld()).isFalse();
      assertThat(mine.isLost()).as("never taken").isFalse();
      assertThat(mine.take()).isTrue();
      until("it runs out", () -> !mine.isHeld());
      assertThat(mine.isLost()).as("nobody took it").isFalse();
      assertThat(mine.isHeld()).isTrue();
      until("the other has it", other::take);
      assertThat(mine.isHeld()).isFalse();
      assertThat(mine.isLost()).isTrue();
      assertThat(mine.renew()).isFalse();
    }
  }
}
