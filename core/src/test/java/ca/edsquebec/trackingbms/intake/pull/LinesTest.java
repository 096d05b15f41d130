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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Fails as often as it is told to. */
  private static final class FailingClock extends Clock {
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public Instant instant() {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new OutOfMemoryError("as when many devices speak at once");
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void whenTheThreadFailsAllHearOfItAndItGoesOnUnlessItFailsAgainSoon() throws Exception {
    FailingClock clock = new FailingClock();
    try (DeviceServer server = new DeviceServer(Devices.silent());
        Lines lines = new Lines(clock)) {
      Heard well = open(lines, server, nothing());
      Heard other = open(lines, server, nothing());
      assertThat(well.opened).succeedsWithin(CONNECT);
      assertThat(other.opened).succeedsWithin(CONNECT);
      clock.failures.set(1);
      assertThat(well.ended).succeedsWithin(CONNECT).isEqualTo(PullFault.CLOSED);
      assertThat(other.ended).succeedsWithin(CONNECT).isEqualTo(PullFault.CLOSED);
      server.awaitNobody();
      Heard again = open(lines, server, nothing());
      assertThat(again.opened).succeedsWithin(CONNECT);
      clock.failures.set(Integer.MAX_VALUE);
      assertThat(again.ended).succeedsWithin(CONNECT).isEqualTo(PullFault.CLOSED);
      PullWorld.until("the end", lines::isOver);
      assertThatThrownBy(() -> open(lines, server, nothing()))
          .isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void whoIsAboutToBeginThenIsNotBlamed() throws Exception {
    FailingClock clock = new FailingClock();
    try (DeviceServer server = new DeviceServer(Devices.silent());
        Lines lines = new Lines(clock)) {
      assertThat(open(lines, server, nothing()).opened).succeedsWithin(CONNECT);
      clock.failures.set(Integer.MAX_VALUE);
      Heard late = open(lines, server, nothing());
      assertThat(late.ended).succeedsWithin(CONNECT).isEqualTo(PullFault.CLOSED);
    }
  }

  static Stream<Consumer<Long>> mistakes() {
    return Stream.of(
        now -> {
          throw new IllegalStateException("a connector's mistake at " + now);
        },
        now -> {
          throw new StackOverflowError("a connector's mistake at " + now);
        });
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aDialogueThatThrowsEndsItsOwnLineOnly(Consumer<Long> mistake) throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.silent());
        Lines lines = new Lines(Clock.systemUTC())) {
      Heard well = open(lines, server, nothing());
      assertThat(well.opened).succeedsWithin(CONNECT);
      Heard mad =
          open(
              lines,
              server,
              (now, bytes) -> {
                mistake.accept(now);
                return new Dialogue.Step(List.of(), List.of(), Long.MAX_VALUE, 0);
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
