package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections to devices, on one thread: dialogues don't block. Safe for any number of threads.
 * Closing it ends them all.
 */
final class Lines implements AutoCloseable {

  static final Logger LOG = LoggerFactory.getLogger(Lines.class);

  /** A clock that was set back is noticed so soon, in milliseconds. */
  private static final long LONGEST_SLEEP = 500;

  private static final Duration REOPENED = Duration.ofMinutes(1);

  private static final int BUFFER = 32 * 1024;

  private final Clock clock;
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "pull-lines");
  private volatile boolean closed;
  private long now;

  /** Starts its thread. */
  Lines(Clock clock) {
    this.clock = clock;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no connections can be made", e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Begins to connect, and tells the ear what becomes of it.
   *
   * @throws UnavailableException when it is closed, or its thread has died
   */
  Line open(InetSocketAddress address, Dialogue dialogue, Ear ear, Duration connect) {
    Line line = new Line(address, dialogue, ear, connect.toNanos() / 1000);
    Runnable begin = () -> line.begin(selector, now);
    soon(begin);
    // What the thread has taken at its end, it tells the ear.
    if (closed && tasks.remove(begin)) {
      throw new UnavailableException("no connections are made any more", REOPENED, null);
    }
    return line;
  }

  void close(Line line) {
    soon(line::close);
  }

  /**
   * Lets a device wait, or go on.
   *
   * @param wanted asked when the thread comes to it: what was so before is of no interest
   */
  void pause(Line line, BooleanSupplier wanted) {
    soon(() -> line.pause(wanted.getAsBoolean()));
  }

  private void soon(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  private void run() {
    boolean wanted = false;
    try {
      serve();
      wanted = true;
    } catch (IOException | RuntimeException | Error e) {
      LOG.error("connections to devices can't be watched any more: start this program again", e);
    } finally {
      closed = true;
      end(wanted);
    }
  }

  private void serve() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    now = micros();
    while (!closed) {
      selector.select(sleep());
      turn(buffer);
    }
  }

  /** Ends all lines; when nobody wanted that, their ears must hear it. */
  private void end(boolean wanted) {
    List<Line> lines = selector.keys().stream().map(key -> (Line) key.attachment()).toList();
    lines.forEach(wanted ? Line::close : Line::lose);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("the connections were not closed in order", e);
    }
    if (wanted) {
      tasks.clear();
    }
    // Those that were about to begin fail now.
    runTasks();
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("one connection to a device could not be looked after", e);
      }
    }
  }

  private void turn(ByteBuffer buffer) {
    long before = now;
    now = micros();
    runTasks();
    for (SelectionKey key : selector.selectedKeys()) {
      safely((Line) key.attachment(), line -> line.ready(now, buffer));
    }
    selector.selectedKeys().clear();
    for (SelectionKey key : selector.keys()) {
      safely((Line) key.attachment(), line -> line.tick(now, now < before));
    }
  }

  private interface Work {
    void on(Line line);
  }

  /** One device that a dialogue can't cope with must not take the others with it. */
  private static void safely(Line line, Work work) {
    try {
      if (!line.isOver()) {
        work.on(line);
      }
    } catch (RuntimeException e) {
      LOG.error("a dialogue failed; its connection is closed", e);
      line.fail(e);
    }
  }

  private long sleep() {
    long first = now + LONGEST_SLEEP * 1000;
    for (SelectionKey key : selector.keys()) {
      first = Math.min(first, ((Line) key.attachment()).wakeAt());
    }
    // A clock that was set back since would have it sleep until then.
    return Math.max(1, Math.min(LONGEST_SLEEP, (first - micros() + 999) / 1000));
  }

  private long micros() {
    Instant instant = clock.instant();
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
