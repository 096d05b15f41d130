package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final AtomicLong all = new AtomicLong();
  private final Backlog backlog = new Backlog(all);

  @Test
  void longFramesFillItSooner() {
    backlog.add(Collections.nCopies(400, Frame.bytes(1, new byte[4096])));
    assertThat(backlog.isFull()).isFalse();
    backlog.add(Collections.nCopies(200, Frame.bytes(1, new byte[4096])));
    assertThat(backlog.isFull()).isTrue();
    backlog.removeFirst(200);
    assertThat(backlog.isFull()).isFalse();
    assertThat(backlog.frames()).hasSize(400);
    backlog.clear();
    assertThat(all).hasValue(0);
  }

  @Test
  void whoHasSomethingToStoreWaitsWhenAllTogetherHaveTooMuch() {
    all.set(Backlog.ALL_FULL + 1);
    assertThat(backlog.isFull()).as("nothing of its own").isFalse();
    backlog.add(List.of(Frame.bytes(1, new byte[1])));
    assertThat(backlog.isFull()).isTrue();
  }
}
