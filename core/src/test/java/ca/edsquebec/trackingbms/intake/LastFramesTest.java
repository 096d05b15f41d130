package ca.edsquebec.trackingbms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastFramesTest {

  private final LastFrames.Memory memory = new LastFrames.Memory();

  @Test
  void keepsTheNewestOfEachIdentifier() {
    for (int time = 0; time < 100; time++) {
      take(time, 0x100);
    }
    take(50, 0x200);
    List<Frame> kept = memory.all();
    assertThat(kept).hasSize(LastFrames.OF_AN_ID + 1);
    assertThat(kept.get(0).canId()).as("by time").isEqualTo(0x200);
    assertThat(kept.get(kept.size() - 1).timeMicros()).isEqualTo(99);
  }

  @Test
  void letsBacklogNotReplaceWhatIsNewer() {
    take(10, 0x100);
    take(5, 0x100);
    assertThat(memory.all()).extracting(Frame::timeMicros).containsExactly(10L);
  }

  @Test
  void forgetsTheIdentifierThatWasSilentForLongest() {
    IntStream.rangeClosed(0, LastFrames.IDS).forEach(id -> take(id, id));
    assertThat(memory.all())
        .hasSize(LastFrames.IDS)
        .extracting(Frame::canId)
        .doesNotContain(0)
        .contains(LastFrames.IDS);
  }

  @Test
  void keepsNothingThatIsNoCanFrame() {
    memory.take(List.of(new FrameBatch.Offered(0, Frame.bytes(1, new byte[] {1}))));
    assertThat(memory.all()).isEmpty();
  }

  private void take(long micros, int id) {
    memory.take(List.of(new FrameBatch.Offered(0, Frame.can(micros, id, new byte[8]))));
  }
}
