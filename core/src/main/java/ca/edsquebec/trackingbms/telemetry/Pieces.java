package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.BlockMerge;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rollups of hours, and of parts of hours, of one battery as they are now: those stored, and
 * those of samples that are not sealed yet. Samples are read before rollups: what is being sealed
 * is found in one of the two.
 */
final class Pieces {

  private static final Block NO_ROWS = new Block(new long[0], List.of(), List.of(), List.of());
  private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);

  private final Connection connection;
  private final String db;
  private final long batteryId;
  private final Duration period;
  private final RollupTable hours;

  Pieces(Connection connection, String db, long batteryId, Duration period) {
    this.connection = connection;
    this.db = db;
    this.batteryId = batteryId;
    this.period = period;
    this.hours = new RollupTable(connection, db, Level.HOUR);
  }

  /** Only what is sealed. */
  List<Bucket> sealed(TimeRange range, Cuts cuts) throws SQLException {
    List<Bucket> pieces = new ArrayList<>();
    NavigableMap<Long, Bucket> stored = stored(aligned(range));
    for (Bucket hour : stored.values()) {
      if (cuts.isWhole(hour.range().fromMillis())) {
        pieces.add(hour);
      } else {
        pieces.addAll(cut(hour, false, cuts, new TreeMap<>()));
      }
    }
    return within(range, cuts, pieces);
  }

  /** With what is not sealed yet. */
  List<Bucket> current(TimeRange range, Cuts cuts) throws SQLException {
    // With the hours before that may reach into it.
    TimeRange asked = aligned(range);
    TimeRange whole =
        new TimeRange(asked.fromMillis() - HourRollups.reach(period), asked.toMillis());
    Optional<UnsealedHours> unsealed =
        UnsealedHours.read(connection, db, batteryId, period, whole, cuts);
    if (unsealed.isEmpty()) {
      return sealed(range, cuts);
    }
    NavigableMap<Long, Bucket> stored = stored(whole);
    List<Bucket> pieces = new ArrayList<>();
    unsealed.get().pieces().stream()
        .filter(piece -> !stored.containsKey(Hours.startOf(piece.range().fromMillis())))
        .forEach(pieces::add);
    NavigableSet<Long> late = unsealed.get().late();
    NavigableSet<Long> changed = new TreeSet<>(late);
    pieces.forEach(piece -> changed.add(Hours.startOf(piece.range().fromMillis())));
    NavigableMap<Long, Rollup> remade = new TreeMap<>();
    pieces.forEach(piece -> remade.put(piece.range().fromMillis(), piece.rollup()));
    for (Map.Entry<Long, Bucket> hour : stored.entrySet()) {
      boolean isProvisional = late.contains(hour.getKey()) || isBehind(changed, hour.getKey());
      if (isProvisional || !cuts.isWhole(hour.getKey())) {
        List<Bucket> parts = cut(hour.getValue(), late.contains(hour.getKey()), cuts, remade);
        for (Bucket part : parts) {
          remade.put(part.range().fromMillis(), part.rollup());
          pieces.add(isProvisional ? provisional(part) : part);
        }
      } else {
        pieces.add(hour.getValue());
      }
    }
    pieces.sort((a, b) -> Long.compare(a.range().fromMillis(), b.range().fromMillis()));
    return within(range, cuts, pieces);
  }

  /** The hour begins with how one ends that will be made anew. */
  private boolean isBehind(NavigableSet<Long> changed, long hour) {
    return !changed.subSet(hour - HourRollups.reach(period), true, hour, false).isEmpty();
  }

  private static Bucket provisional(Bucket hour) {
    return new Bucket(
        hour.batteryId(), hour.day(), hour.range(), false, hour.computedAt(), hour.rollup());
  }

  private static TimeRange aligned(TimeRange range) {
    return new TimeRange(Hours.startOf(range.fromMillis()), Hours.endOf(range.toMillis()));
  }

  /**
   * Those of the range. When an hour that it cuts could not be cut, since its samples were deleted
   * for their age or are damaged, the day that was counted while they were there knows better.
   */
  private List<Bucket> within(TimeRange range, Cuts cuts, List<Bucket> pieces) throws SQLException {
    for (Bucket piece : pieces) {
      if (cuts.divides(piece.range())) {
        List<Bucket> counted =
            new RollupTable(connection, db, Level.DAY)
                .within(List.of(batteryId), range).stream()
                    .filter(day -> day.range().equals(range))
                    .toList();
        if (!counted.isEmpty()) {
          return counted;
        }
      }
    }
    return pieces.stream().filter(piece -> range.contains(piece.range().fromMillis())).toList();
  }

  private NavigableMap<Long, Bucket> stored(TimeRange range) throws SQLException {
    NavigableMap<Long, Bucket> stored = new TreeMap<>();
    for (Bucket hour : hours.within(List.of(batteryId), range)) {
      stored.put(hour.range().fromMillis(), hour);
    }
    return stored;
  }

  /** The chunk with all samples of a stored hour; empty when they were deleted for their age. */
  private Optional<ChunkRow> chunk(Bucket hour) throws SQLException {
    return new ChunkTable(connection, db)
        .first(batteryId, hour.range(), 1).stream()
            .filter(chunk -> chunk.isAllOf(hour.rollup()))
            .findFirst();
  }

  private Block rows(TimeRange hour) throws SQLException {
    SampleRows table = new SampleRows(connection, db);
    Block all = NO_ROWS;
    Block page;
    TimeRange rest = hour;
    do {
      page = table.first(batteryId, rest, Wanted.ROLLED_UP);
      all = BlockMerge.merge(all, page);
      if (page.size() > 0) {
        rest = new TimeRange(page.times()[page.size() - 1] + 1, hour.toMillis());
      }
    } while (page.size() == SampleRows.pageSize(Wanted.ROLLED_UP));
    return all;
  }

  /** Makes a stored hour anew, from its chunk and its late samples. */
  private List<Bucket> cut(
      Bucket hour, boolean isLate, Cuts cuts, NavigableMap<Long, Rollup> remade)
      throws SQLException {
    long start = hour.range().fromMillis();
    // Before the chunk, as ever: they may be sealed meanwhile.
    Block late = isLate ? rows(hour.range()) : NO_ROWS;
    Optional<ChunkRow> chunk = chunk(hour);
    if (chunk.isEmpty()) {
      // Its samples were deleted for their age: it can't be cut any more.
      return List.of(hour);
    }
    try (ChunkReader reader = new ChunkReader()) {
      Block all =
          BlockMerge.merge(reader.decode(chunk.get().data(), Wanted.ROLLED_UP.choice()), late);
      NavigableMap<Long, Rollup> before = new TreeMap<>();
      stored(new TimeRange(start - HourRollups.reach(period), start))
          .forEach((t, bucket) -> before.put(t, bucket.rollup()));
      before.putAll(remade.headMap(start));
      PieceMaker maker = new PieceMaker(cuts, period, before);
      maker.add(all);
      List<Bucket> pieces = new ArrayList<>();
      boolean isFinal = !isLate;
      maker
          .pieces()
          .forEach(
              (range, rollup) ->
                  pieces.add(
                      new Bucket(batteryId, null, range, isFinal, hour.computedAt(), rollup)));
      return pieces;
    } catch (DamagedChunkException e) {
      LOG.error(
          "the chunk of battery {} and hour {} in {} is damaged: {}",
          batteryId,
          start,
          db,
          e.getMessage());
      return List.of(hour);
    }
  }
}
