package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.jobs.forward.spool.Batch;
import ca.edsquebec.trackingbms.jobs.forward.spool.Position;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends what one battery's spool holds, oldest first: the portal then decodes all of it as if the
 * line had never been cut. For one thread.
 *
 * <p>What is sent and not durable is in the portal's memory alone. When that may have been lost (no
 * answer, or an answer from a memory that begins later) it is sent again, with the minute before
 * it, so that the portal knows again what it knew; what it has stored it takes for duplicates.
 */
public final class Sender {

  /** A minute of a bus that is not thinned, and a twentieth of what one request may bring. */
  public static final int FRAMES = 10_000;

  private static final Duration REFUSED = Duration.ofMinutes(5);

  /** Nobody means to be left alone for longer, whatever stands in an answer. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private static final Duration AHEAD = Duration.ofMinutes(2);

  private final Spool spool;
  private final Parts parts;
  private final RequestSize size = new RequestSize(FRAMES);
  private final Duration every;
  private final Pauses pauses;
  private final SendListener listener;
  private final Clock clock;
  private long lastSentMillis = Long.MIN_VALUE;

  /** Behind the batch that was too large just now; null when the last one was not. */
  private Position tooLarge;

  /**
   * @param aside takes what is too large to be sent
   * @param every how often what is new is sent
   */
  public Sender(
      String battery,
      String connector,
      Spool spool,
      SetAside aside,
      Uplink uplink,
      Duration every,
      Pauses pauses,
      SendListener listener,
      Clock clock) {
    this.spool = spool;
    this.parts = new Parts(battery, connector, uplink, size, aside, listener);
    this.every = every;
    this.pauses = pauses;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Sends until it is interrupted.
   *
   * @throws IOException when the spool can't be read
   */
  public void run() throws IOException, InterruptedException {
    spool.goBack();
    while (true) {
      Optional<Batch> batch = spool.next(size.limit(), every.toMillis());
      if (batch.isPresent() && sent(batch.get()) && !batch.get().more()) {
        Thread.sleep(every.toMillis());
      }
    }
  }

  private boolean sent(Batch batch) throws IOException, InterruptedException {
    try {
      // What the spool can't give in a smaller batch is cut without regard to minutes.
      boolean again = batch.end().equals(tooLarge);
      settle(batch, again ? parts.halves(batch.frames()) : parts.send(batch.frames()));
      tooLarge = null;
      pauses.succeeded();
      return true;
    } catch (AwayException e) {
      if (!e.isTooOften()) {
        spool.goBack();
      }
      Duration pause = e.retryAfter().map(this::asked).orElseGet(pauses::next);
      listener.away(e.getMessage(), pause);
      Thread.sleep(pause.toMillis());
    } catch (RefusedException e) {
      refused(e, batch);
    }
    return false;
  }

  private Duration asked(Duration retryAfter) {
    return pauses.atLeast(retryAfter.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter);
  }

  private void refused(RefusedException e, Batch batch) throws IOException, InterruptedException {
    if (e.isTooLarge() && !batch.end().equals(tooLarge)) {
      size.tooLarge(batch.frames().size() - batch.again());
      tooLarge = batch.end();
      return;
    }
    tooLarge = null;
    spool.goBack();
    Duration pause = pauses.spread(REFUSED);
    listener.refused(e.getMessage(), pause);
    Thread.sleep(pause.toMillis());
  }

  private void settle(Batch batch, Uplink.Receipt receipt) throws IOException {
    if (hasForgotten(batch, receipt)) {
      spool.goBack();
      return;
    }
    lastSentMillis = batch.lastMillis();
    long durable = receipt.durableUntil().orElse(Long.MIN_VALUE);
    boolean ahead = durable > clock.millis() + AHEAD.toMillis();
    spool.sent(batch, ahead ? Long.MIN_VALUE : durable);
    listener.delivered(batch.frames().size() - batch.again(), receipt);
    if (receipt.since().isEmpty() && batch.more()) {
      // Each request of backlog is decoded by itself: what was said seldom must be in it.
      spool.goBack(batch.lastMillis() - Spool.KEPT_MILLIS);
    }
  }

  /** Whether the portal's memory begins with this batch, though there were frames before it. */
  private boolean hasForgotten(Batch batch, Uplink.Receipt receipt) {
    return receipt.since().isPresent()
        && receipt.since().getAsLong() >= batch.firstMillis()
        && lastSentMillis != Long.MIN_VALUE
        && spool.durableMillis() < lastSentMillis
        && batch.again() == 0;
  }
}
