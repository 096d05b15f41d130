package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One program's ingest, latest state and history over an installation; its clock stands still. */
final class Telemetry implements AutoCloseable {

  static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

  final Databases databases;
  final TenantDatabase db;
  final Fleet fleet;
  final Placements placements;
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  final LatestState latest;
  final Trends trends;
  final SampleMeter meter;
  final Ingest ingest;
  final History history;

  Telemetry(Databases databases) {
    this(databases, at(NOW));
  }

  Telemetry(Databases databases, Clock clock) {
    this.databases = databases;
    db = databases.tenantDatabase();
    fleet = new Fleet(db, (connector, settings) -> {}, TestAudit.of(databases, clock), clock);
    placements = new Placements(db);
    latest =
        new LatestState(
            db,
            List.of(
                (tenant, battery, sample) ->
                    heard.add(tenant + "/" + battery + "@" + (sample.ts() - NOW))),
            clock);
    trends = new Trends(db, clock);
    meter = new SampleMeter(databases.registry(), databases.tenants(), clock);
    ingest = new Ingest(db, latest, trends, meter, clock);
    history = new History(db, placements);
  }

  static Sample soc(long ts, double percent) {
    return new Sample.Builder(ts).put(Metric.SOC, percent).build();
  }

  static Measured measured(long battery, Sample sample) {
    return new Measured(battery, NOW - Duration.ofDays(400).toMillis(), sample);
  }

  /** One sample a second, the last one now. */
  static List<Measured> seconds(long battery, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> measured(battery, soc(NOW - 1000L * (count - 1 - i), i % 100)))
        .collect(Collectors.toList());
  }

  /** What is stored of the last day and the next. */
  List<Sample> stored(TenantId tenant, long battery) {
    List<Sample> all = new ArrayList<>();
    long day = Duration.ofDays(1).toMillis();
    for (long from : new long[] {NOW - day, NOW}) {
      TimeRange range = new TimeRange(from, from + day);
      all.addAll(history.samples(Viewer.system(tenant), battery, range, 1_000_000));
    }
    return all;
  }

  Sealing sealing(long nowMillis) {
    return new Sealing(
        db, databases.registry(), new BatteryDirectory(fleet, at(nowMillis)), at(nowMillis));
  }

  Rollups rollups(long nowMillis) {
    return new Rollups(
        db,
        databases.registry(),
        new BatteryDirectory(fleet, at(nowMillis)),
        placements,
        at(nowMillis));
  }

  Retention retention(long nowMillis) {
    return new Retention(
        db,
        databases.registry(),
        databases.retentionPeriods(),
        sealing(nowMillis),
        rollups(nowMillis),
        at(nowMillis));
  }

  static Clock at(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** One number out of the tenant's database, named %s in the query. */
  long number(TenantId tenant, String sql) {
    return db.sql(
        tenant,
        (connection, name) -> {
          try (var query = connection.createStatement();
              var row = query.executeQuery(sql.formatted(name))) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Changes the tenant's database behind the program's back, named %s in the statement. */
  void change(TenantId tenant, String sql) {
    db.sql(
        tenant,
        (connection, name) -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql.formatted(name));
          }
        });
  }

  @Override
  public void close() {
    ingest.close();
    latest.close();
    trends.close();
    meter.close();
  }
}
