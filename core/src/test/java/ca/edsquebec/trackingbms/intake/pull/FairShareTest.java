package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairShareTest {

  @Test
  void whoWantsLittleHasItAndTheRestIsSharedAlike() {
    assertThat(FairShare.of(List.of(3, 5_000, 0, 7), 1_000)).isEqualTo(990);
    assertThat(FairShare.of(List.of(5_000, 5_000), 1_000)).isEqualTo(500);
    assertThat(FairShare.of(List.of(400, 700, 100), 1_000)).isEqualTo(500);
  }

  @Test
  void whereThereIsEnoughAllHaveWhatTheyWant() {
    assertThat(FairShare.of(List.of(), 1_000)).isEqualTo(1_000);
    assertThat(FairShare.of(List.of(500, 500), 1_000)).isGreaterThanOrEqualTo(500);
  }

  @Test
  void eachMayHaveOne() {
    assertThat(FairShare.of(Collections.nCopies(3_000, 2), 1_000)).isEqualTo(1);
  }
}
