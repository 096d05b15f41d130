package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Receipt;
import ca.edsquebec.trackingbms.tenant.TenantId;
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

  /** So many others may have said something else of one instant. */
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

  private static void cut(Snapshots snapshots, List<PushPoint> points, Cut into) {
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
      snapshots.take(point.timeMicros(), point.readings(), take);
      place[0] = point.place();
    }
    snapshots.flush(take);
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

  /** Puts what an earlier sample of the same instant hides right behind it. */
  private void uncover(TenantId tenant, Ingest ingest, Hidden hidden) {
    List<Measured> left = hidden.among(tenant, past.samples);
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      List<Measured> behind = left.stream().map(PushPassage::behind).toList();
      ingest.backfill(tenant, behind);
      left = hidden.among(tenant, behind);
    }
  }

  private static Measured behind(Measured one) {
    Sample later = one.sample().toBuilder(one.sample().ts() + 1).build();
    return new Measured(one.batteryId(), one.earliestMillis(), later);
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
