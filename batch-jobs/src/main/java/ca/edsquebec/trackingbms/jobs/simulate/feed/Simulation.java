package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Batteries of one client, being sent to its portal until {@link #close}: one thread for now, one
 * for the past, which begins when every battery is live.
 */
public final class Simulation implements AutoCloseable {

  private static final long SECOND = 1000;
  private static final long CLOSING_MILLIS = 5000;

  private final List<? extends Live> feeds;
  private final Past history;
  private final Progress progress;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Retry retry;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CompletableFuture<Void> past = new CompletableFuture<>();

  /** Times before which the history may have holes, epoch milliseconds. */
  private final BlockingQueue<Long> holes = new LinkedBlockingQueue<>();

  private final List<Thread> threads =
      List.of(thread("simulation-live", this::live), thread("simulation-history", this::past));

  /**
   * @param key an API key of the client with scope ingest; with scope read, too, the history is not
   *     sent twice
   * @param days how much of the past the portal is to have; zero for none
   */
  public Simulation(
      URI portal,
      String key,
      List<SimulatedBattery> batteries,
      Duration days,
      Progress progress,
      Clock clock) {
    Portal link = new Portal(portal, key);
    this.progress = progress;
    this.clock = clock;
    retry = new Retry(progress, stop);
    feeds = batteries.stream().map(battery -> new LiveFeed(battery, link, progress)).toList();
    history = new HistoryFeed(batteries, days, link, progress, retry)::fill;
  }

  private Simulation(Live feed, Progress progress, Clock clock) {
    this.progress = progress;
    this.clock = clock;
    retry = new Retry(progress, stop);
    feeds = List.of(feed);
    history = until -> {};
  }

  /**
   * Batteries of BMS-1, each with a sample each 5 s, without a past.
   *
   * @param key an API key of the client with scope ingest
   * @param codes what the portal calls the batteries, from number 0 on
   */
  public static Simulation ofWorkload(
      URI portal, String key, List<String> codes, Progress progress, Clock clock) {
    return new Simulation(new WorkloadFeed(codes, new Portal(portal, key)), progress, clock);
  }

  /** Begins to send; to be called once. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /**
   * Waits for the end.
   *
   * @return false when it goes on after that time
   * @throws RefusedException when the portal refused what no repetition can mend
   */
  public boolean await(Duration time) throws RefusedException, InterruptedException {
    return await(ended, time);
  }

  /**
   * Waits until what the portal lacked of the past at the start is stored.
   *
   * @return false when it is not within that time
   * @throws RefusedException as {@link #await}
   */
  public boolean awaitHistory(Duration time) throws RefusedException, InterruptedException {
    return await(past, time);
  }

  private static boolean await(CompletableFuture<Void> event, Duration time)
      throws RefusedException, InterruptedException {
    try {
      event.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException("the simulation failed", e.getCause());
    }
  }

  private void live() throws IOException, InterruptedException {
    boolean toldLive = false;
    while (!stop.await(SECOND - clock.millis() % SECOND, TimeUnit.MILLISECONDS)) {
      long second = clock.millis() / SECOND * SECOND;
      try {
        boolean gap = false;
        for (Live feed : feeds) {
          gap |= feed.sendUntil(second);
        }
        retry.succeeded();
        if (!toldLive) {
          progress.live();
        }
        if (gap || !toldLive) {
          holes.add(second);
        }
        toldLive = true;
      } catch (AwayException away) {
        retry.failed(away);
      }
    }
  }

  private void past() throws IOException, InterruptedException {
    while (stop.getCount() > 0) {
      history.fill(holes.take());
      past.complete(null);
    }
  }

  private Thread thread(String name, Work work) {
    Thread thread = new Thread(() -> run(work), name);
    thread.setDaemon(true);
    return thread;
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException stopped) {
      ended.complete(null);
    } catch (IOException | RuntimeException e) {
      past.completeExceptionally(e);
      ended.completeExceptionally(e);
      stop.countDown();
    }
  }

  /** Stops sending; returns when nothing more is sent. */
  @Override
  public void close() {
    stop.countDown();
    threads.forEach(Thread::interrupt);
    ended.complete(null);
    try {
      for (Thread thread : threads) {
        thread.join(CLOSING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fills in what there is before a time, epoch milliseconds. */
  private interface Past {
    void fill(long until) throws IOException, InterruptedException;
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }
}
