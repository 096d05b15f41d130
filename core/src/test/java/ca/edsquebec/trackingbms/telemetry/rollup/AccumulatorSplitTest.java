package ca.edsquebec.trackingbms.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** However samples are cut into buckets, the buckets together are what all of them are. */
class AccumulatorSplitTest {

  private static final long HOUR = 3_600_000;
  private static final int COUNT = 5_000;

  @RepeatedTest(20)
  void piecesAreTogetherTheWhole(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Observations all = Samples.random(random, 0, COUNT).observations();
    int[] cuts = random.ints(random.nextInt(200), 0, COUNT + 1).sorted().toArray();
    assertThat(Rollup.merge(pieces(all, cuts))).isEqualTo(Samples.rollupOf(all));
  }

  @RepeatedTest(20)
  void piecesMayBeMergedInAnyGrouping(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Observations all = Samples.random(random, 0, 500).observations();
    List<Rollup> left = pieces(all, random.ints(40, 0, 501).sorted().toArray());
    Rollup whole = Rollup.merge(left);
    while (left.size() > 1) {
      int at = random.nextInt(left.size() - 1);
      left.set(at, Rollup.merge(left.subList(at, at + 2)));
      left.remove(at + 1);
    }
    assertThat(left).containsExactly(whole);
  }

  @RepeatedTest(20)
  void hoursSeededByTheHourBeforeAreTogetherTheDay(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Observations all = Samples.random(random, HOUR, COUNT).observations();
    List<Rollup> hours = List.copyOf(hours(all).values());
    assertThat(hours).hasSizeGreaterThan(10);
    assertThat(Rollup.merge(hours)).isEqualTo(Samples.rollupOf(all));
  }

  @RepeatedTest(20)
  void aLateSampleChangesItsOwnHourAndAtMostTheNext(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Observations all = Samples.random(random, HOUR, COUNT).observations();
    int late = random.nextInt(1, COUNT);
    long hour = all.times()[late] / HOUR;
    Map<Long, Rollup> before = hours(without(all, late));
    Map<Long, Rollup> after = hours(all);
    assertThat(after.get(hour)).isNotEqualTo(before.get(hour));
    for (Map<Long, Rollup> either : List.of(before, after)) {
      either.keySet().removeAll(List.of(hour, hour + 1));
    }
    assertThat(after).isEqualTo(before);
  }

  @RepeatedTest(5)
  void aBlockCutInTwoIsTogetherTheBlock(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Observations block = Samples.random(random, 0, 300).observations();
    int cut = random.nextInt(1, 300);
    Accumulator yesterday = Samples.accumulator();
    yesterday.add(block, 0, cut);
    Accumulator today = Samples.accumulator();
    today.skip(block, 0, cut);
    today.add(block, cut, 300);
    List<Rollup> both = List.of(yesterday.rollup().orElseThrow(), today.rollup().orElseThrow());
    assertThat(Rollup.merge(both)).isEqualTo(Samples.rollupOf(block));
  }

  /** Each seeded with all that came before, and added in two parts. */
  private static List<Rollup> pieces(Observations all, int... cuts) {
    List<Rollup> pieces = new ArrayList<>();
    int from = 0;
    int[] ends = Arrays.copyOf(cuts, cuts.length + 1);
    ends[cuts.length] = all.times().length;
    for (int end : ends) {
      Accumulator piece = Samples.accumulator();
      if (!pieces.isEmpty()) {
        piece.seed(Rollup.merge(pieces));
      }
      int middle = (from + end) / 2;
      piece.add(all, from, middle);
      piece.add(all, middle, end);
      piece.rollup().ifPresent(pieces::add);
      from = end;
    }
    return pieces;
  }

  /** Each seeded with the one hour before, by hour since the epoch. */
  private static SortedMap<Long, Rollup> hours(Observations all) {
    SortedMap<Long, Rollup> hours = new TreeMap<>();
    int count = all.times().length;
    int from = 0;
    while (from < count) {
      long hour = all.times()[from] / HOUR;
      int to = from;
      while (to < count && all.times()[to] / HOUR == hour) {
        to++;
      }
      Accumulator accumulator = Samples.accumulator();
      if (hours.containsKey(hour - 1)) {
        accumulator.seed(hours.get(hour - 1));
      }
      accumulator.add(all, from, to);
      hours.put(hour, accumulator.rollup().orElseThrow());
      from = to;
    }
    return hours;
  }

  private static Observations without(Observations all, int index) {
    Samples rest = new Samples();
    for (int i = 0; i < all.times().length; i++) {
      if (i != index) {
        rest.line(
            all.times()[i],
            all.series().get(Samples.CURRENT)[i],
            all.series().get(Samples.POWER)[i],
            all.series().get(Samples.SOC)[i],
            all.alarms()[i]);
      }
    }
    return rest.observations();
  }
}
