package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stores samples. What a call returns is committed: nothing acknowledged is ever lost, and whatever
 * was not acknowledged may be sent again. Safe for any number of threads; the calling thread waits
 * for the commit and must not be within a unit of work.
 *
 * <p>A sample whose time is more than 24 h ahead of our clock, or before the earliest its battery
 * can have, is rejected. One that is more than 2 min ahead is stored and marked, and never becomes
 * the latest. A value that can't be true is left out and told in a warning; a sample with nothing
 * else is rejected.
 */
public final class Ingest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final MetricNames names;
  private final LatestState latest;
  private final SampleMeter meter;
  private final Clock clock;
  private final Writers writers;

  /**
   * @param trends told of every sample, also of the past
   * @param meter holds clients to as many samples a day as they may store
   */
  public Ingest(
      TenantDatabase db, LatestState latest, Trends trends, SampleMeter meter, Clock clock) {
    this.names = new MetricNames(db);
    this.latest = latest;
    this.meter = meter;
    this.clock = clock;
    this.writers = new Writers(new GroupWriter(db), latest, trends);
  }

  /**
   * Stores samples that are new: the newest of each battery becomes its latest.
   *
   * @param samples any order, any batteries of the tenant
   * @throws UnavailableException when the tenant's queue is full, the database is away or the
   *     commit was not seen within 30 s; part of the samples may be stored
   * @throws QuotaException when the client has stored as many today as it may
   * @throws SuspendedException when nothing of the client may be changed
   */
  public Receipt store(TenantId tenant, List<Measured> samples) {
    return submit(tenant, samples, true);
  }

  /**
   * Stores samples of the past, as {@link #store}, without touching the latest state or telling
   * anybody who listens to it; trends hear of them.
   */
  public Receipt backfill(TenantId tenant, List<Measured> samples) {
    return submit(tenant, samples, false);
  }

  /**
   * What of a sample is stored: without what can't be true, and without further metrics for which
   * there is no room.
   *
   * @return empty when it would be rejected
   */
  public Optional<Measured> kept(TenantId tenant, Measured sent) {
    Judged judged = Judgement.judge(sent.sample(), sent.earliestMillis(), clock.millis());
    if (judged.rejection() != null) {
      return Optional.empty();
    }
    Sample good = judged.sample();
    MetricNames.Dictionary dictionary = names.with(tenant, good.extras().keySet());
    Sample.Builder kept = good.toBuilder();
    good.extras().keySet().stream()
        .filter(name -> dictionary.id(name) == null)
        .forEach(kept::withoutExtra);
    return Optional.of(new Measured(sent.batteryId(), sent.earliestMillis(), kept.build()));
  }

  /**
   * Shows what is known of a battery ahead of the sample that will be stored, judged as in {@link
   * #store}: what would be rejected there, or not become the latest, is not shown either.
   */
  public void show(TenantId tenant, Measured current) {
    Judged judged = Judgement.judge(current.sample(), current.earliestMillis(), clock.millis());
    if (judged.rejection() == null && !judged.skewed()) {
      latest.offer(tenant, current.batteryId(), Derived.complete(judged.sample()));
    }
  }

  private Receipt submit(TenantId tenant, List<Measured> samples, boolean live) {
    Preparation preparation = new Preparation(samples, clock.millis());
    if (preparation.isEmpty()) {
      return preparation.receipt(0);
    }
    meter.require(tenant);
    if (live) {
      // Now, while failing still means that nothing was stored.
      latest.load(tenant);
    }
    MetricNames.Dictionary dictionary = names.with(tenant, preparation.names());
    WriteRequest request = preparation.request(dictionary, live);
    writers.submit(tenant, request);
    int accepted = await(request);
    meter.count(tenant, accepted);
    return preparation.receipt(accepted);
  }

  private static int await(WriteRequest request) {
    try {
      return request.accepted().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw abandoned(request, "the samples were not stored within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw abandoned(request, "the program is ending", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static UnavailableException abandoned(
      WriteRequest request, String message, Exception cause) {
    request.accepted().cancel(false);
    return new UnavailableException(message, RETRY, cause);
  }

  // Several callers share the cause: each gets an exception of its own, with its own stack.
  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof UnavailableException unavailable) {
      return new UnavailableException(
          unavailable.getMessage(), unavailable.retryAfter(), unavailable);
    }
    return new IllegalStateException("samples could not be stored", cause);
  }

  /** Refuses new samples and waits for those queued to be stored. */
  @Override
  public void close() {
    writers.close();
  }
}
