package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Devices that a program on their own site talks to, without a database, as {@link Pull} does from
 * afar. Whoever uses it names the addresses himself: none is refused. Safe for any number of
 * threads. Close it to end all connections.
 */
public final class DeviceLink implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Lines lines;
  private final PullTimes times = PullTimes.USUAL;

  public DeviceLink(Clock clock) {
    lines = new Lines(clock);
  }

  /**
   * Says whether that device could be talked to; opens nothing.
   *
   * @param settings of the connector
   * @throws ca.edsquebec.trackingbms.platform.InvalidException when they don't fit each other
   */
  public static void check(PullAddress address, String connectorId, Map<String, String> settings) {
    var unused = Dialogues.of(address, connectorId, settings);
  }

  /**
   * Listens until the thread is interrupted; connects again when it ends or falls silent, after a
   * pause that grows to a minute.
   *
   * @param frames hears what the device says, on a thread of all connections: must not wait
   * @param trouble hears why there is nothing to hear
   */
  public void listen(
      PullAddress address,
      String connectorId,
      Map<String, String> settings,
      Consumer<Frame> frames,
      Consumer<String> trouble)
      throws InterruptedException {
    int failures = 0;
    while (true) {
      Dialogue dialogue = Dialogues.of(address, connectorId, settings);
      Talk talk = new Talk(frames);
      InetSocketAddress to = new InetSocketAddress(address.host(), address.port());
      if (to.isUnresolved()) {
        trouble.accept("%s: no address is known of that host".formatted(address));
      } else {
        Line line = lines.open(to, dialogue, talk, times.connect());
        try {
          trouble.accept("%s: %s".formatted(address, talk.awaitEnd(times, dialogue)));
        } finally {
          lines.close(line);
        }
      }
      failures = talk.said ? 1 : failures + 1;
      Duration pause = times.pause(failures, ThreadLocalRandom.current().nextDouble());
      Thread.sleep(Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()));
    }
  }

  /** Hears one connection. */
  private static final class Talk implements Ear {

    private static final String FRAME = "";

    private final Consumer<Frame> frames;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private volatile boolean said;

    Talk(Consumer<Frame> frames) {
      this.frames = frames;
    }

    @Override
    public void opened() {
      events.add(FRAME);
    }

    @Override
    public void heard(int bytes, Dialogue.Step step) {
      if (!step.frames().isEmpty()) {
        said = true;
        step.frames().forEach(frames);
        if (events.isEmpty()) {
          events.add(FRAME);
        }
      }
    }

    @Override
    public void ended(PullFault why, String detail) {
      events.add(why.sentence() + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    /** Why it is over: it ended, or said nothing that was understood for too long. */
    String awaitEnd(PullTimes times, Dialogue dialogue) throws InterruptedException {
      long patience = times.connect().plus(times.silence()).toMillis();
      while (true) {
        String event = events.poll(patience, TimeUnit.MILLISECONDS);
        if (event == null) {
          String complaint = dialogue.complaint();
          return PullFault.SILENT.sentence() + (complaint.isEmpty() ? "" : " (" + complaint + ")");
        }
        if (!event.equals(FRAME)) {
          return event;
        }
      }
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
