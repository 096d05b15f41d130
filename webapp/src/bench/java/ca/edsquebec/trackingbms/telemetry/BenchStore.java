package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The store of one client, without a portal in front: filled with sealed hours, sealed, read. */
public final class BenchStore {

  /** All that BMS-1 sends in an hour. */
  public static final int SAMPLES_AN_HOUR = 720;

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final TenantDatabase db;
  private final TenantId tenant;
  private final Sealing sealing;
  private final Rollups rollups;
  private final History history;

  public BenchStore(Databases databases, TenantId tenant) {
    this.db = databases.tenantDatabase();
    this.tenant = tenant;
    Clock clock = Clock.systemUTC();
    BatteryDirectory batteries =
        new BatteryDirectory(
            new Fleet(db, (connector, given) -> {}, TestAudit.of(databases, clock), clock), clock);
    Placements placements = new Placements(db);
    sealing = new Sealing(db, databases.registry(), batteries, clock);
    rollups = new Rollups(db, databases.registry(), batteries, placements, clock);
    history = new History(db, placements);
  }

  public TenantId tenant() {
    return tenant;
  }

  public History history() {
    return history;
  }

  /** Seals all that is closed; how many samples that were. */
  public long seal() {
    Sealed sealed = sealing.seal(tenant).orElseThrow();
    if (!sealed.left().isEmpty()) {
      throw new IllegalStateException("left: " + sealed.left());
    }
    return sealed.samples();
  }

  /** Makes the hours of these batteries anew from their chunks; how many had changed. */
  public int recount(List<Long> batteries, TimeRange range) {
    return rollups.recount(tenant, batteries, range).orElseThrow();
  }

  /**
   * Puts sealed hours of BMS-1 there, each for several batteries at once, which is what takes time
   * to make; only their ids differ.
   *
   * @param number of the battery of BMS-1
   * @param range whole hours
   */
  public void fill(List<Battery> batteries, int number, TimeRange range) {
    long hour = Duration.ofHours(1).toMillis();
    try (ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT)) {
      List<Rollup> before = List.of();
      for (long t0 = range.fromMillis(); t0 < range.toMillis(); t0 += hour) {
        Block block = block(number, t0);
        Rollup rollup = HourRollups.rollup(block, before, PERIOD);
        before = List.of(rollup);
        put(batteries, t0, block, writer.encode(block), rollup);
      }
    }
  }

  private static Block block(int number, long t0) {
    List<StoredSample> samples = new ArrayList<>(SAMPLES_AN_HOUR);
    for (int i = 0; i < SAMPLES_AN_HOUR; i++) {
      long ts = t0 + i * Bms1.PERIOD_MILLIS;
      samples.add(StoredSample.of(Derived.complete(Bms1.sample(number, ts)), 0, name -> 1));
    }
    return SampleColumns.toBlock(samples);
  }

  private void put(List<Battery> batteries, long t0, Block block, byte[] data, Rollup rollup) {
    TimeRange range = new TimeRange(t0, t0 + Duration.ofHours(1).toMillis());
    long last = block.times()[block.size() - 1];
    List<ChunkRow> chunks = new ArrayList<>();
    List<Bucket> hours = new ArrayList<>();
    for (Battery battery : batteries) {
      chunks.add(new ChunkRow(battery.id(), t0, block.size(), t0, last, data));
      hours.add(new Bucket(battery.id(), null, range, true, 0, rollup));
    }
    db.sqlTransaction(
        tenant,
        (connection, name) -> {
          new ChunkTable(connection, name).insert(chunks);
          new RollupTable(connection, name, Level.HOUR).put(hours);
          return null;
        });
  }
}
