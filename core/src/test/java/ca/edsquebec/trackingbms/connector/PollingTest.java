package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The usual dialogue, second by second, with a device that answers {@code A} by {@code a…}. */
class PollingTest {

  private static final long SECOND = 1_000_000;
  private static final long START = 1_767_225_600L * SECOND;
  private static final byte[] NOTHING = {};

  private final Polling polling =
      new Polling(
          List.of(new Poll(bytes("N"), 0), new Poll(bytes("A"), 5 * SECOND)),
          Framing.lines(64),
          (request, answer) -> answer[0] == (request[0] | 0x20),
          2 * SECOND,
          SECOND / 10);

  @Test
  void asksOneAtATimeAndLeavesTheDeviceItsPause() {
    assertThat(sent(step(0, ""))).containsExactly("N");
    Dialogue.Step answered = step(1, "n42\n");
    assertThat(sent(answered)).isEmpty();
    assertThat(answered.frames()).hasSize(1);
    assertThat(answered.frames().get(0).request()).isEqualTo(bytes("N"));
    assertThat(answered.wakeAtMicros()).isEqualTo(START + SECOND + SECOND / 10);
    assertThat(sent(step(1.1, ""))).containsExactly("A");
  }

  @Test
  void asksAgainAfterItsPeriodAndOnceIsOnce() {
    step(0, "");
    step(0.5, "n\n");
    step(0.6, "");
    Dialogue.Step answered = step(1, "a\n");
    assertThat(answered.wakeAtMicros()).as("due 5 s after it was due first").isEqualTo(at(5));
    assertThat(sent(step(4.9, ""))).isEmpty();
    assertThat(sent(step(5, ""))).containsExactly("A");
  }

  @Test
  void aTimeThatWasMissedIsNotMadeUpForByABurst() {
    step(0, "");
    step(0.5, "n\n");
    step(0.6, "");
    step(1, "a\n");
    assertThat(sent(step(60, ""))).containsExactly("A");
    assertThat(sent(step(60.5, "a\n"))).isEmpty();
    assertThat(sent(step(60.6, ""))).as("60 s late, and one request more").containsExactly("A");
  }

  @Test
  void countsRequestsThatNobodyAnsweredAndGoesOn() {
    Dialogue.Step first = step(0, "");
    assertThat(first.wakeAtMicros()).isEqualTo(at(2));
    assertThat(step(1.9, "").unanswered()).isZero();
    Dialogue.Step late = step(2, "");
    assertThat(late.unanswered()).isEqualTo(1);
    assertThat(sent(late)).isEmpty();
    assertThat(sent(step(2.1, ""))).containsExactly("A");
    assertThat(step(4.1, "").unanswered()).isEqualTo(2);
    step(5, "");
    assertThat(step(5.5, "a\n").unanswered()).as("an answer ends the row").isZero();
  }

  @Test
  void anAnswerThatComesWithItsTimeoutIsStillAnAnswer() {
    step(0, "");
    Dialogue.Step step = step(2, "n7\n");
    assertThat(step.unanswered()).isZero();
    assertThat(step.frames().get(0).request()).isEqualTo(bytes("N"));
  }

  @Test
  void forgetsHalfAnAnswerWhenItsTimeIsOver() {
    step(0, "");
    step(1, "n4");
    step(2, "");
    step(2.1, "");
    Dialogue.Step step = step(2.5, "a5\n");
    assertThat(step.frames()).hasSize(1);
    assertThat(text(step.frames().get(0).data())).isEqualTo("a5\n");
  }

  @Test
  void passesOnWhatComesUnaskedWithoutARequest() {
    step(0, "");
    Dialogue.Step step = step(0.5, "report\nn1\nreport\n");
    assertThat(step.frames().stream().map(frame -> text(frame.request())))
        .containsExactly("", "N", "");
    assertThat(step.frames()).allMatch(frame -> frame.timeMicros() == at(0.5));
  }

  @Test
  void aClockThatWasSetBackIsTimeThatStoodStill() {
    step(0, "");
    step(1.5, "");
    Dialogue.Step back = step(-3600, "");
    assertThat(back.unanswered()).isZero();
    assertThat(back.wakeAtMicros()).as("half a second is left").isEqualTo(at(-3599.5));
    assertThat(step(-3599.5, "").unanswered()).isEqualTo(1);
    assertThat(sent(step(-3599.4, ""))).containsExactly("A");
  }

  @Test
  void aClockThatJumpsAnHourAheadCostsOneTimeoutAndNoBurst() {
    step(0, "");
    assertThat(step(3600, "").unanswered()).isEqualTo(1);
    assertThat(sent(step(3600.1, ""))).containsExactly("A");
    step(3600.2, "a\n");
    assertThat(sent(step(3600.3, ""))).containsExactly("A");
    assertThat(step(3600.4, "a\n").wakeAtMicros()).isGreaterThan(at(3600.4));
  }

  @Test
  void sleepsForEverWhenAllWasAskedOnce() {
    Polling once =
        new Polling(
            List.of(new Poll(bytes("N"), 0)), Framing.lines(64), (r, a) -> true, SECOND, SECOND);
    once.step(START, NOTHING);
    assertThat(once.step(at(0.5), bytes("x\n")).wakeAtMicros()).isEqualTo(Long.MAX_VALUE);
    assertThat(sent(once.step(at(100_000), NOTHING))).isEmpty();
  }

  @Test
  void asksAgainWhatIsAskedOnceUntilItIsAnswered() {
    Polling once =
        new Polling(
            List.of(new Poll(bytes("N"), 0)), Framing.lines(64), (r, a) -> true, SECOND, SECOND);
    assertThat(sent(once.step(START, NOTHING))).containsExactly("N");
    Dialogue.Step late = once.step(at(1), NOTHING);
    assertThat(late.unanswered()).isEqualTo(1);
    assertThat(late.wakeAtMicros()).isLessThanOrEqualTo(at(60));
    assertThat(sent(once.step(late.wakeAtMicros(), NOTHING))).containsExactly("N");
    assertThat(once.step(late.wakeAtMicros(), bytes("x\n")).wakeAtMicros())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void requestsCantBeChangedByWhoeverSendsThem() {
    byte[] sent = step(0, "").send().get(0);
    sent[0] = 'X';
    assertThat(step(0.5, "n\n").frames().get(0).request()).isEqualTo(bytes("N"));
  }

  @Test
  void wantsSomethingToAskAndTimeForTheAnswer() {
    assertThatThrownBy(() -> new Polling(List.of(), Framing.lines(9), (r, a) -> true, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Poll(NOTHING, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private Dialogue.Step step(double seconds, String received) {
    return polling.step(at(seconds), bytes(received));
  }

  private static long at(double seconds) {
    return START + Math.round(seconds * SECOND);
  }

  private static List<String> sent(Dialogue.Step step) {
    return step.send().stream().map(PollingTest::text).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
