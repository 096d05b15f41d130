package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A fleet by hand: stale after 60 s, of 100 Ah at 50 V unless said otherwise. */
final class Batteries {

  static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

  private final List<Battery> batteries = new ArrayList<>();
  private final Map<Long, Latest> latest = new LinkedHashMap<>();

  static Battery battery(long id, String name, String type, String place, double capacity) {
    return battery(id, name, type, place, capacity, Chemistry.LFP, BatteryStatus.IN_SERVICE);
  }

  static Battery battery(
      long id,
      String name,
      String type,
      String place,
      double capacity,
      Chemistry chemistry,
      BatteryStatus status) {
    return new Battery(
        id,
        "uid" + id,
        "CODE-" + id,
        name,
        new BatteryType(1, type.toLowerCase(Locale.ROOT), type),
        new Place(1, place.toLowerCase(Locale.ROOT), place, ZoneOffset.UTC),
        chemistry,
        16,
        capacity,
        50,
        "SN" + id,
        "foxbms",
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        status,
        Instant.EPOCH,
        Optional.empty());
  }

  static Alarm alarm(AlarmLevel level, String raw) {
    return new Alarm(AlarmCode.OTHER, level, raw);
  }

  /** A sample of that age, received 1 s after it was measured. */
  static Optional<Latest> said(long ageMillis, Consumer<Sample.Builder> values) {
    Sample.Builder sample = new Sample.Builder(NOW - ageMillis);
    values.accept(sample);
    return Optional.of(new Latest(sample.build(), Instant.ofEpochMilli(NOW - ageMillis + 1000)));
  }

  Batteries silent(Battery battery) {
    batteries.add(battery);
    return this;
  }

  Batteries with(Battery battery, long ageMillis, Consumer<Sample.Builder> values) {
    batteries.add(battery);
    latest.put(battery.id(), said(ageMillis, values).orElseThrow());
    return this;
  }

  Batteries with(Battery battery, Metric metric, double value) {
    return with(battery, 0, sample -> sample.put(metric, value));
  }

  List<Item> items() {
    return new Catalogue(batteries)
        .entries().stream()
            .map(
                entry ->
                    new Item(
                        entry,
                        BatteryNow.of(
                            entry.battery(),
                            Optional.ofNullable(latest.get(entry.battery().id())),
                            NOW)))
            .toList();
  }

  FleetPage page(FleetQuery query) {
    return Listing.page(items(), query);
  }

  List<String> names(FleetQuery query) {
    return page(query).items().stream().map(one -> one.battery().name()).toList();
  }

  FleetSummary summary() {
    return Summing.of(items().stream().map(Item::now).toList());
  }
}
