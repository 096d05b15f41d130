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
 * Closing it ends them all. What fails on one connection ends that one; what fails on the thread
 * itself ends all, and the thread goes on with new ones, unless that happens again soon.
 */
final class Lines implements AutoCloseable {

  static final Logger LOG = LoggerFactory.getLogger(Lines.class);

  /** A clock that was set back is noticed so soon, in milliseconds. */
  private static final long LONGEST_SLEEP = 500;

  /** Dying again within that time, the thread does not go on. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Duration REOPENED = Duration.ofMinutes(1);

  private static final int BUFFER = 32 * 1024;

  private final Clock clock;
  private final Selector selector;
  private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "pull-lines");
  private volatile boolean closed;
  private long now;

  /** What is to be done with a line on the thread. */
  private record Task(Line line, Work work) {}

  private interface Work {
    void on(Line line);
  }

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
    if (!soon(line, begun -> begun.begin(selector, now))) {
      throw new UnavailableException("no connections are made any more", REOPENED, null);
    }
    return line;
  }

  void close(Line line) {
    var unused = soon(line, Line::close);
  }

  /**
   * Lets a device wait, or go on.
   *
   * @param wanted asked when the thread comes to it: what was so before is of no interest
   */
  void pause(Line line, BooleanSupplier wanted) {
    var unused = soon(line, paused -> paused.pause(wanted.getAsBoolean()));
  }

  /** Whether no connections are made any more: it was closed, or its thread has died. */
  boolean isOver() {
    return closed;
  }

  /**
   * @return false when nothing will come of it; what the thread has taken at its end, it tells the
   *     ear
   */
  private boolean soon(Line line, Work work) {
    Task task = new Task(line, work);
    tasks.add(task);
    selector.wakeup();
    return !(closed && tasks.remove(task));
  }

  private void run() {
    boolean wanted = false;
    long lost = System.nanoTime() - SOON.toNanos();
    try {
      for (boolean again = true; again; ) {
        wanted = served();
        long before = lost;
        lost = System.nanoTime();
        again = !wanted && !closed && lost - before >= SOON.toNanos();
      }
      if (!wanted) {
        LOG.error("connections to devices can't be watched any more: start this program again");
      }
    } finally {
      closed = true;
      end(wanted);
    }
  }

  /**
   * @return false when it could not go on; all lines have been lost then
   */
  private boolean served() {
    try {
      serve();
      return true;
    } catch (IOException | RuntimeException | Error e) {
      lose();
      LOG.error("all connections to devices were lost", e);
      return false;
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
    Work last = wanted ? Line::close : Line::lose;
    lines().forEach(line -> safely(line, last));
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("the connections were not closed in order", e);
    }
    // Those that were about to begin are over too, and no device can help it.
    for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
      safely(task.line(), last);
    }
  }

  private void lose() {
    lines().forEach(line -> safely(line, Line::lose));
  }

  private List<Line> lines() {
    return !selector.isOpen()
        ? List.of()
        : selector.keys().stream().map(key -> (Line) key.attachment()).toList();
  }

  private void runTasks() {
    for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
      safely(task.line(), task.work());
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

  /** One device that a dialogue can't cope with must not take the others with it. */
  private static void safely(Line line, Work work) {
    try {
      if (!line.isOver()) {
        work.on(line);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("a dialogue failed; its connection is closed", e);
      fail(line, e);
    }
  }

  private static void fail(Line line, Throwable why) {
    try {
      line.fail(why);
    } catch (RuntimeException | Error e) {
      LOG.error("whose dialogue failed could not be told", e);
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
