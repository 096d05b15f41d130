package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Receipt;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The samples of one request on their way to the store. One thread at a time. */
final class PushPassage {

  /** Samples, and for each the place of the newest point that is in it. */
  private record Cut(List<Measured> samples, List<Long> places) {

    Cut() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** So often other programs may be quicker. */
  private static final int TRIES = 5;

  private final Cut past = new Cut();
  private final Cut live = new Cut();
  private final List<PushReceipt.Told> rejected = new ArrayList<>();
  private final List<PushReceipt.Told> warnings = new ArrayList<>();

  void backfill(Snapshots fresh, List<PushPoint> points) {
    cut(fresh, points, past);
  }

  void live(Snapshots branch, List<PushPoint> points) {
    cut(branch, points, live);
  }

  private void cut(Snapshots snapshots, List<PushPoint> points, Cut into) {
    if (points.isEmpty()) {
      return;
    }
    long[] place = {points.get(0).place()};
    Consumer<Sample> take =
        sample -> {
          into.samples.add(Belonging.of(points.get(0).battery(), sample));
          into.places.add(place[0]);
        };
    for (PushPoint point : points) {
      long dropped = snapshots.dropped();
      snapshots.take(point.timeMicros(), point.readings(), take);
      warnOfDropped(point.place(), snapshots.dropped() - dropped);
      place[0] = point.place();
    }
    snapshots.flush(take);
  }

  private void warnOfDropped(long place, long dropped) {
    if (dropped > 0) {
      String reason =
          "%d values not kept: a battery has at most 256 further names, and as many sources of alarms, at a time"
              .formatted(dropped);
      warnings.add(new PushReceipt.Told(place, reason));
    }
  }

  /** The past first: when the rest then fails, what is sent again makes duplicates of it. */
  PushReceipt store(TenantId tenant, Ingest ingest, Hidden hidden) {
    int duplicates = 0;
    if (!past.samples.isEmpty()) {
      duplicates += told(past, ingest.backfill(tenant, past.samples));
      uncover(tenant, ingest, hidden);
    }
    if (!live.samples.isEmpty()) {
      duplicates += told(live, ingest.store(tenant, live.samples));
    }
    int samples = past.samples.size() + live.samples.size() - rejected.size();
    return new PushReceipt(samples, duplicates, rejected, warnings);
  }

  /**
   * Puts what an earlier sample of the same instant hides into the first free millisecond behind
   * it, and looks again: another program may have taken that one meanwhile.
   */
  private void uncover(TenantId tenant, Ingest ingest, Hidden hidden) {
    List<Hidden.Sent> left = sent(tenant, ingest);
    for (int i = 0; ; i++) {
      Hidden.Found found = hidden.among(tenant, left);
      found.withoutRoom().forEach(this::warnOfHidden);
      left = found.hidden();
      if (left.isEmpty()) {
        return;
      }
      if (i == TRIES) {
        left.forEach(this::warnOfHidden);
        return;
      }
      ingest.backfill(tenant, found.behind());
    }
  }

  private List<Hidden.Sent> sent(TenantId tenant, Ingest ingest) {
    List<Hidden.Sent> sent = new ArrayList<>();
    for (int i = 0; i < past.samples.size(); i++) {
      long place = past.places.get(i);
      ingest
          .kept(tenant, past.samples.get(i))
          .ifPresent(kept -> sent.add(new Hidden.Sent(place, kept)));
    }
    return sent;
  }

  private void warnOfHidden(Hidden.Sent sent) {
    String reason =
        "not stored: there is a sample of %s that does not say it, and of each of the %d ms behind"
            .formatted(Instant.ofEpochMilli(sent.measured().sample().ts()), Hidden.ROOM_MILLIS);
    warnings.add(new PushReceipt.Told(sent.place(), reason));
  }

  private int told(Cut cut, Receipt receipt) {
    receipt
        .rejected()
        .forEach(r -> rejected.add(new PushReceipt.Told(cut.places.get(r.index()), r.reason())));
    receipt
        .warnings()
        .forEach(
            w ->
                warnings.add(
                    new PushReceipt.Told(
                        cut.places.get(w.index()), w.metric() + ": " + w.reason())));
    return receipt.duplicates();
  }
}
