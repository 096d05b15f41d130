package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Dialogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience();

  private static Counts heard(long bytes, long understood, long batches, boolean waits) {
    return new Counts(bytes, understood, 0, batches, waits, "");
  }

  private static Dialogue.Step unanswered(int requests) {
    return new Dialogue.Step(List.of(), List.of(), 0, requests);
  }

  @Test
  void aDeviceThatAnswersNothingIsGivenUpAfterSomeRequests() {
    Counts silent = heard(0, 0, 0, false);
    assertThat(Patience.atStep(silent, unanswered(Patience.DEAD_AFTER - 1))).isEmpty();
    assertThat(Patience.atStep(silent, unanswered(Patience.DEAD_AFTER))).contains(PullFault.SILENT);
    assertThat(Patience.atStep(heard(9, 0, 1, false), unanswered(Patience.DEAD_AFTER)))
        .contains(PullFault.NOT_UNDERSTOOD);
  }

  @Test
  void oneThatReportsByItselfNeedNotAnswer() {
    assertThat(Patience.atStep(heard(9, 1, 1, false), unanswered(99))).isEmpty();
  }

  @Test
  void whatWaitsForTheDatabaseIsNotHeldAgainstTheDevice() {
    assertThat(Patience.atStep(heard(9, 0, 0, true), unanswered(99))).isEmpty();
    assertThat(patience.atLook(heard(9, 0, 0, true))).isEmpty();
    assertThat(patience.atLook(heard(9, 0, 1, true)))
        .as("a batch was stored, and nothing of it understood")
        .contains(PullFault.NOT_UNDERSTOOD);
  }

  @Test
  void eachLookWantsSomethingNew() {
    assertThat(patience.atLook(heard(9, 3, 1, false))).isEmpty();
    assertThat(patience.atLook(heard(18, 4, 2, false))).isEmpty();
    assertThat(patience.atLook(heard(27, 4, 3, false))).contains(PullFault.NOT_UNDERSTOOD);
  }
}
