package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.forward.send.Introduction;
import ca.edsquebec.trackingbms.jobs.forward.send.Pauses;
import ca.edsquebec.trackingbms.jobs.forward.send.Sender;
import ca.edsquebec.trackingbms.jobs.forward.send.SetAside;
import ca.edsquebec.trackingbms.jobs.forward.send.Uplink;
import ca.edsquebec.trackingbms.jobs.forward.source.Inlet;
import ca.edsquebec.trackingbms.jobs.forward.source.Source;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Every battery of a site: its source, its spool and its sender, a thread for each of the first and
 * the last, and one for all that looks after time. Close it to stop; spools are on disk then.
 */
final class Forwarding implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final long CLOSING_MILLIS = 3000;

  /** What a power cut may cost of what was heard last, in ticks. */
  private static final int TICKS_A_SYNC = 4;

  private final Site site;
  private final SpoolFolder folder;
  private final Report report;
  private final Duration statusEvery;
  private final List<Line> lines = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Closed, or failed. */
  private final CountDownLatch over = new CountDownLatch(1);

  private int sourcesLeft;
  private Throwable failure;
  private boolean closed;

  /** One battery's way. */
  record Line(Feed feed, Source source, Spool spool, Inlet inlet, Sender sender, Counts counts) {}

  /** Opens the spools. */
  Forwarding(
      Site site, Uplink uplink, Sources sources, Report report, Duration statusEvery, Clock clock)
      throws IOException {
    this.site = site;
    this.report = report;
    this.statusEvery = statusEvery;
    List<Source> opened = new ArrayList<>();
    for (Feed feed : site.feeds()) {
      opened.add(sources.of(feed));
    }
    folder = new SpoolFolder(site.spool());
    Uplink named =
        site.name()
            .map(name -> uplink.introducing(new Introduction(name, this::waiting, clock)))
            .orElse(uplink);
    for (Feed feed : site.feeds()) {
      lines.add(line(feed, opened.get(lines.size()), named, clock));
    }
    sourcesLeft = lines.size();
  }

  private Line line(Feed feed, Source source, Uplink uplink, Clock clock) throws IOException {
    Counts counts = new Counts(feed.battery(), report);
    Spool spool = new Spool(folder.of(feed.battery()), site.limit(), counts);
    Inlet inlet =
        new Inlet(
            spool,
            feed.thin().toMillis(),
            feed.connector().pages(feed.connectorSettings()),
            counts);
    Pauses pauses =
        new Pauses(FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
    Sender sender =
        new Sender(
            feed.battery(),
            feed.connectorId(),
            spool,
            new SetAside(folder.of(feed.battery()).resolve("too-large.jsonl")),
            uplink,
            site.every(),
            pauses,
            counts,
            clock);
    return new Line(feed, source, spool, inlet, sender, counts);
  }

  /**
   * Forwards until every source has ended and the portal has all of it, or until it is closed.
   *
   * @return false when it was closed
   * @throws IOException when a source or a spool can't be read
   */
  boolean run() throws IOException, InterruptedException {
    for (Line line : lines) {
      start("source", line, () -> hear(line));
      start("sender", line, () -> line.sender().run());
    }
    long ticks = 0;
    while (!isOver()) {
      ticks++;
      tick(ticks % TICKS_A_SYNC == 0);
      if (ticks % Math.max(1, statusEvery.toMillis() / Inlet.TICK_MILLIS) == 0) {
        report.status(lines);
      }
      if (ticks % TICKS_A_SYNC == 0) {
        report.progress(lines);
      }
    }
    return ended();
  }

  private void hear(Line line) throws IOException, InterruptedException {
    line.source().run(line.inlet());
    line.inlet().end();
    synchronized (this) {
      sourcesLeft--;
    }
  }

  private boolean isOver() throws InterruptedException {
    return over.await(Inlet.TICK_MILLIS, TimeUnit.MILLISECONDS) || isDelivered();
  }

  private long waiting() {
    return lines.stream().mapToLong(line -> line.spool().unsentFrames()).sum();
  }

  private synchronized boolean isDelivered() {
    return sourcesLeft == 0 && lines.stream().allMatch(line -> line.spool().unsentFrames() == 0);
  }

  private synchronized boolean ended() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException("forwarding failed", failure);
    }
    report.status(lines);
    return !closed;
  }

  private void tick(boolean sync) {
    for (Line line : lines) {
      line.inlet().tick();
      if (sync) {
        keep(line);
      }
    }
  }

  /** A full disk is no end: what is sent makes room on it. */
  private static void keep(Line line) {
    try {
      line.spool().sync();
      line.spool().saveBookmark();
    } catch (IOException e) {
      line.counts().unkept(e.getMessage());
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void start(String what, Line line, Work work) {
    Thread thread = new Thread(() -> run(work), what + " " + line.feed().battery());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException stopped) {
      // Whoever closes it knows.
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // An error too: a thread that dies in silence would leave the others waiting for it.
      failed(e);
    }
  }

  private synchronized void failed(Throwable e) {
    // What a thread says that was interrupted while it wrote is no failure.
    if (!closed) {
      failure = failure == null ? e : failure;
    }
    over.countDown();
  }

  /** Stops; on return all that was heard is on disk. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      over.countDown();
    }
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(CLOSING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Line line : lines) {
      line.inlet().end();
      line.spool().close();
    }
    folder.close();
  }
}
