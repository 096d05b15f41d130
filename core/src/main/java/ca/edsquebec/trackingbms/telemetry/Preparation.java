package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Receipt.Rejection;
import ca.edsquebec.trackingbms.telemetry.Receipt.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The samples of one call on their way to rows; done by the caller's thread, before the queue. */
final class Preparation {

  private record Good(int index, long batteryId, Sample sample, boolean skewed) {}

  private record Slot(long batteryId, int number) {}

  private final List<Good> good = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * Judges all samples.
   *
   * @param nowMillis our clock, epoch milliseconds
   */
  Preparation(List<Measured> samples, long nowMillis) {
    for (int i = 0; i < samples.size(); i++) {
      Measured given = samples.get(i);
      int index = i;
      Judged judged = Judgement.judge(given.sample(), given.earliestMillis(), nowMillis);
      judged
          .faults()
          .forEach(fault -> warnings.add(new Warning(index, fault.metric(), fault.reason())));
      if (judged.rejection() == null) {
        // Behind the judgement: an extreme must not come from a value that can't be true.
        Sample whole = Derived.complete(judged.sample());
        good.add(new Good(i, given.batteryId(), whole, judged.skewed()));
      } else {
        rejected.add(new Rejection(i, judged.rejection()));
      }
    }
  }

  boolean isEmpty() {
    return good.isEmpty();
  }

  /** The names that the dictionary should know. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Good one : good) {
      More.addNames(one.sample(), names);
    }
    return names;
  }

  /**
   * @param live whether the newest sample of a battery may become its latest
   */
  WriteRequest request(MetricNames.Dictionary dictionary, boolean live) {
    List<Row> rows = new ArrayList<>(good.size());
    Map<Long, Sample> newest = new HashMap<>();
    Map<Slot, TrendPoint> slots = new HashMap<>();
    StringBuilder sql = new StringBuilder(512);
    for (Good one : good) {
      warnOfNamesWithoutRoom(one, dictionary);
      int marks = (one.skewed() ? StoredSample.SKEWED : 0) | (live ? 0 : StoredSample.BACKFILLED);
      sql.setLength(0);
      sql.append('(').append(one.batteryId()).append(',');
      StoredSample.of(one.sample(), marks, dictionary::id).appendTo(sql);
      rows.add(new Row(one.batteryId(), one.sample().ts(), sql.append(')').toString()));
      if (!one.skewed()) {
        TrendPoint point = TrendPoint.of(one.batteryId(), one.sample());
        slots.merge(
            new Slot(one.batteryId(), point.slot()), point, (a, b) -> b.ts() < a.ts() ? b : a);
      }
      if (live && !one.skewed()) {
        newest.merge(one.batteryId(), one.sample(), (a, b) -> b.ts() > a.ts() ? b : a);
      }
    }
    rows.sort(Row.BY_KEY);
    return new WriteRequest(rows, newest, List.copyOf(slots.values()), new CompletableFuture<>());
  }

  private void warnOfNamesWithoutRoom(Good one, MetricNames.Dictionary dictionary) {
    for (String name : one.sample().extras().keySet()) {
      if (dictionary.id(name) == null) {
        String reason = "there are %d further metrics already".formatted(MetricNames.MAX_EXTRAS);
        warnings.add(new Warning(one.index(), name, reason));
      }
    }
  }

  Receipt receipt(int accepted) {
    warnings.sort((a, b) -> Integer.compare(a.index(), b.index()));
    return new Receipt(accepted, good.size() - accepted, rejected, warnings);
  }
}
