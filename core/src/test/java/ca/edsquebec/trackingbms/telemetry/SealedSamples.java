package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Hours of samples put straight into the table of sealed ones, where a test needs more than it can
 * send: one each 5 s, with the small delays that a device has.
 */
public final class SealedSamples {

  public static final int PER_HOUR = 720;

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int STEP = 5_000;
  private static final int AT_ONCE = 96;

  private SealedSamples() {}

  /**
   * @param fromHour start of the first hour, epoch milliseconds
   */
  public static void store(
      TenantDatabase db, TenantId tenant, long battery, long fromHour, int hours) {
    try (ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT)) {
      for (int first = 0; first < hours; first += AT_ONCE) {
        List<ChunkRow> chunks = new ArrayList<>();
        for (int i = first; i < Math.min(hours, first + AT_ONCE); i++) {
          chunks.add(chunk(writer, battery, fromHour + i * HOUR));
        }
        db.sqlTransaction(
            tenant,
            (connection, name) -> {
              new ChunkTable(connection, name).insert(chunks);
              return null;
            });
      }
    }
  }

  private static ChunkRow chunk(ChunkWriter writer, long battery, long hour) {
    long[] times = new long[PER_HOUR];
    for (int i = 0; i < PER_HOUR; i++) {
      times[i] = time(hour, i);
    }
    List<NumberColumn> columns =
        List.of(
            column(ScalarColumn.PACK_VOLTAGE.ordinal(), times, ts -> 52_000 + ts % 977),
            column(ScalarColumn.CURRENT.ordinal(), times, ts -> ts % 4_001 - 2_000),
            column(
                ScalarColumn.POWER.ordinal(),
                times,
                ts -> (52_000 + ts % 977) * (ts % 4_001 - 2_000) / 100_000),
            column(ScalarColumn.SOC.ordinal(), times, ts -> Math.round(100 * soc(ts))),
            column(SampleColumns.FLAGS, times, ts -> 0));
    byte[] data = writer.encode(new Block(times, columns, List.of(), List.of()));
    return new ChunkRow(battery, hour, PER_HOUR, times[0], times[PER_HOUR - 1], data);
  }

  private static NumberColumn column(int key, long[] times, LongUnaryOperator value) {
    long[] values = new long[times.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsLong(times[i]);
    }
    return new NumberColumn(key, values, null);
  }

  /** When the sample of that number within its hour was taken. */
  public static long time(long hour, int number) {
    return hour + (long) STEP * number + number * 7_919L % 32;
  }

  /** What a sample of this time has, in percent. */
  public static double soc(long ts) {
    return ts / STEP % 10_000 / 100.0;
  }
}
