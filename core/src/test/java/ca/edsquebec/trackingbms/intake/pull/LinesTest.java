package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The one thread of all connections, when it can't go on. */
class LinesTest {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Connected, and how it ended. */
  private static final class Heard implements Ear {
    final CompletableFuture<Void> opened = new CompletableFuture<>();
    final CompletableFuture<PullFault> ended = new CompletableFuture<>();

    @Override
    public void opened() {
      opened.complete(null);
    }

    @Override
    public void heard(int bytes, Dialogue.Step step) {
      assertThat(bytes).isNotNegative();
    }

    @Override
    public void ended(PullFault why, String detail) {
      ended.complete(why);
    }
  }

  @Test
  void allHearOfItWhenTheThreadDiesAndNoFurtherLineIsOpened() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.silent());
        Lines lines = new Lines(Clock.systemUTC())) {
      Heard well = open(lines, server, nothing());
      Heard other = open(lines, server, nothing());
      assertThat(well.opened).succeedsWithin(CONNECT);
      assertThat(other.opened).succeedsWithin(CONNECT);
      Heard deadly =
          open(
              lines,
              server,
              (now, bytes) -> {
                throw new OutOfMemoryError("as when many devices speak at once");
              });
      for (Heard heard : new Heard[] {well, other, deadly}) {
        assertThat(heard.ended.get(10, TimeUnit.SECONDS)).isEqualTo(PullFault.CLOSED);
      }
      server.awaitNobody();
      assertThatThrownBy(() -> open(lines, server, nothing()))
          .isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void aDialogueThatThrowsEndsItsOwnLineOnly() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.silent());
        Lines lines = new Lines(Clock.systemUTC())) {
      Heard well = open(lines, server, nothing());
      assertThat(well.opened).succeedsWithin(CONNECT);
      Heard mad =
          open(
              lines,
              server,
              (now, bytes) -> {
                throw new IllegalStateException("a connector's mistake");
              });
      assertThat(mad.ended.get(10, TimeUnit.SECONDS)).isEqualTo(PullFault.NOT_UNDERSTOOD);
      assertThat(open(lines, server, nothing()).opened).succeedsWithin(CONNECT);
      assertThat(well.ended).isNotDone();
    }
  }

  @Test
  void whoClosesThemHearsNothing() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.silent())) {
      Lines lines = new Lines(Clock.systemUTC());
      Heard heard = open(lines, server, nothing());
      assertThat(heard.opened).succeedsWithin(CONNECT);
      lines.close();
      server.awaitNobody();
      assertThat(heard.ended).isNotDone();
      assertThatThrownBy(() -> open(lines, server, nothing()))
          .isInstanceOf(UnavailableException.class);
    }
  }

  private static Dialogue nothing() {
    return (now, bytes) -> new Dialogue.Step(List.of(), List.of(), Long.MAX_VALUE, 0);
  }

  private static Heard open(Lines lines, DeviceServer server, Dialogue dialogue) {
    Heard heard = new Heard();
    var unused =
        lines.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
            dialogue,
            heard,
            CONNECT);
    return heard;
  }
}
