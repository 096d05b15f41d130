package ca.edsquebec.trackingbms.jobs.forward.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests that were too large are fewer, and not for ever. */
class RequestSizeTest {

  @Test
  void sizeThatWasTooLargeIsTriedAgainLater() {
    RequestSize size = new RequestSize(10_000);
    size.tooLarge(900);
    assertThat(size.limit()).isEqualTo(450);
    for (int i = 0; i < 49; i++) {
      size.fitted();
    }
    assertThat(size.limit()).isEqualTo(450);
    size.fitted();
    assertThat(size.limit()).isEqualTo(900);
    for (int i = 0; i < 1000; i++) {
      size.fitted();
    }
    assertThat(size.limit()).isEqualTo(10_000);
    for (int i = 0; i < 20; i++) {
      size.tooLarge(1);
    }
    assertThat(size.limit()).isEqualTo(1);
  }
}
