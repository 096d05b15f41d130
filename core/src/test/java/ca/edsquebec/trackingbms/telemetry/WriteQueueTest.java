package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

  private final WriteQueue queue = new WriteQueue(new TenantId("acme"));

  @Test
  void refusesWhatWouldOverfillIt() {
    assertThat(queue.offer(request(19_999))).isTrue();
    assertThat(queue.offer(request(2))).isFalse();
    assertThat(queue.offer(request(1))).isTrue();
    assertThat(queue.offer(request(1))).isFalse();
  }

  @Test
  void letsALargerRequestInWhenItIsEmpty() {
    assertThat(queue.offer(request(50_000))).isTrue();
    assertThat(queue.offer(request(1))).isFalse();
  }

  @Test
  void countsRowsUntilTheyAreDealtWith() {
    queue.offer(request(20_000));
    List<WriteRequest> group = queue.take(2_000);
    assertThat(queue.offer(request(1))).isFalse();
    queue.done(group);
    assertThat(queue.offer(request(1))).isTrue();
  }

  @Test
  void groupsUpToTheSizeOfAStatementAndAtLeastOne() {
    queue.offer(request(3_000));
    queue.offer(request(1_000));
    queue.offer(request(1_000));
    queue.offer(request(1));
    assertThat(queue.take(2_000)).hasSize(1);
    assertThat(queue.take(2_000)).hasSize(2);
    assertThat(queue.take(2_000)).hasSize(1);
  }

  @Test
  void isClaimedByOneWriterAtATime() {
    assertThat(queue.claim()).isFalse();
    queue.offer(request(1));
    assertThat(queue.claim()).isTrue();
    queue.offer(request(1));
    assertThat(queue.claim()).isFalse();
    assertThat(queue.done(queue.take(1))).isTrue();
    assertThat(queue.claim()).isFalse();
    assertThat(queue.done(queue.take(1))).isFalse();
    queue.offer(request(1));
    assertThat(queue.claim()).isTrue();
  }

  private static WriteRequest request(int rows) {
    return new WriteRequest(
        Collections.nCopies(rows, new Row(1, 1, "(1)")),
        Map.of(),
        List.of(),
        new CompletableFuture<>());
  }
}
