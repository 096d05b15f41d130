package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A client of the portal, whose batteries are those of BMS-1 from number 0 on, and beside its
 * samples a second table just like theirs, for the baselines.
 */
final class BenchClient {

  private static final Duration HELD = Duration.ofDays(8);

  private final BenchDatabase database;
  private final TenantId tenant;
  private final String schema;
  private final String key;
  private final List<Battery> batteries;
  private final String[] codes;
  private long next;

  BenchClient(
      TestInstallation installation,
      Fleet fleet,
      ApiKeys keys,
      BenchDatabase database,
      String slug,
      int count) {
    this.database = database;
    tenant = installation.addTenant(slug, slug);
    batteries =
        IntStream.range(0, count)
            .mapToObj(i -> fleet.add(Actor.SYSTEM, tenant, battery(i)))
            .toList();
    codes = batteries.stream().map(Battery::code).toArray(String[]::new);
    key =
        keys.create(
                Maker.operator(Actor.SYSTEM),
                tenant,
                KeyWish.of("bench", EnumSet.allOf(Scope.class)))
            .text();
    schema = "`" + installation.databaseOf(slug) + "`";
    long ago = System.currentTimeMillis() - HELD.toMillis();
    next = ago - ago % Bms1.PERIOD_MILLIS;
    try {
      database.execute("CREATE TABLE " + baseline() + " LIKE " + samples());
    } catch (SQLException e) {
      throw new IllegalStateException("no table for the baseline", e);
    }
  }

  private static NewBattery battery(int number) {
    return NewBattery.builder("B-" + number, "BMS-1", "Entrepôt", "foxbms")
        .chemistry(Chemistry.LFP)
        .cellCount(Bms1.CELLS)
        .build();
  }

  TenantId tenant() {
    return tenant;
  }

  String key() {
    return key;
  }

  /** What the portal calls them, by number. */
  String[] codes() {
    return codes;
  }

  List<Battery> batteries() {
    return batteries;
  }

  /** The table that the portal fills. */
  String samples() {
    return schema + ".sample";
  }

  /** Its twin. */
  String baseline() {
    return schema + ".baseline_sample";
  }

  String schema() {
    return schema;
  }

  /** About so many samples of all batteries, after those that were asked for before. */
  Arrivals next(int samples) {
    return next(codes.length, -Math.floorDiv(-samples, codes.length));
  }

  /**
   * Samples after those that were asked for before.
   *
   * @param batteryCount of the first ones
   * @param ticks how many each of them has
   */
  Arrivals next(int batteryCount, int ticks) {
    Arrivals arrivals = Arrivals.timeMajor(batteryCount, next, ticks);
    next += ticks * Bms1.PERIOD_MILLIS;
    if (next > System.currentTimeMillis()) {
      throw new IllegalStateException("that many samples reach into the future");
    }
    return arrivals;
  }

  /** Time of the sample that is next. */
  long now() {
    return next;
  }

  /** Leaves out what is before. */
  void skipTo(long millis) {
    next = millis;
  }

  long count(String table) throws SQLException {
    return database.number("SELECT COUNT(*) FROM " + table);
  }

  /** Both tables without a row. */
  void empty() throws SQLException {
    database.execute("TRUNCATE " + samples(), "TRUNCATE " + baseline());
  }

  /** Nothing sealed or rolled up either. */
  void emptyStore() throws SQLException {
    empty();
    for (String table : List.of("sample_chunk", "rollup_hour", "rollup_pending")) {
      database.execute("TRUNCATE " + schema + "." + table);
    }
  }
}
