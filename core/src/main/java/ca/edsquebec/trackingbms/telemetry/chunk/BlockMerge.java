package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Puts two blocks of the same battery together, and takes pieces out of one. */
public final class BlockMerge {

  private static final int ABSENT = -1;

  private final long[] times;

  /** Where in the first block each row of the result is, or {@link #ABSENT}. */
  private final int[] first;

  /** Where in the second block, or {@link #ABSENT}. */
  private final int[] second;

  private BlockMerge(Block a, Block b) {
    long[] merged = new long[a.size() + b.size()];
    int[] inA = new int[merged.length];
    int[] inB = new int[merged.length];
    int size = 0;
    for (int i = 0, j = 0; i < a.size() || j < b.size(); size++) {
      boolean fromA = j == b.size() || (i < a.size() && a.times()[i] <= b.times()[j]);
      boolean same = fromA && j < b.size() && a.times()[i] == b.times()[j];
      merged[size] = fromA ? a.times()[i] : b.times()[j];
      inA[size] = fromA ? i++ : ABSENT;
      inB[size] = fromA ? ABSENT : j;
      j += fromA && !same ? 0 : 1;
    }
    times = Arrays.copyOf(merged, size);
    first = Arrays.copyOf(inA, size);
    second = Arrays.copyOf(inB, size);
  }

  /** All samples of both; of two of the same time, that of {@code preferred} alone. */
  public static Block merge(Block preferred, Block other) {
    BlockMerge merge = new BlockMerge(preferred, other);
    return new Block(
        merge.times,
        each(preferred.numbers(), other.numbers(), NumberColumn::key, merge::numbers),
        each(preferred.vectors(), other.vectors(), VectorColumn::key, merge::vectors),
        each(preferred.texts(), other.texts(), TextColumn::key, merge::texts));
  }

  /**
   * The samples within a span of time; the block itself when that is all.
   *
   * @param fromMillis included
   * @param toMillis excluded
   */
  public static Block within(Block block, long fromMillis, long toMillis) {
    int from = indexOf(block.times(), fromMillis);
    int to = Math.max(from, indexOf(block.times(), toMillis));
    if (from == 0 && to == block.size()) {
      return block;
    }
    return new Block(
        Arrays.copyOfRange(block.times(), from, to),
        block.numbers().stream()
            .map(
                c ->
                    new NumberColumn(
                        c.key(),
                        Arrays.copyOfRange(c.values(), from, to),
                        c.present() == null ? null : c.present().get(from, to)))
            .toList(),
        block.vectors().stream()
            .map(c -> new VectorColumn(c.key(), Arrays.copyOfRange(c.rows(), from, to)))
            .toList(),
        block.texts().stream()
            .map(c -> new TextColumn(c.key(), Arrays.copyOfRange(c.rows(), from, to)))
            .toList());
  }

  /** Index of the first time that is not before this one. */
  public static int indexOf(long[] times, long millis) {
    int found = Arrays.binarySearch(times, millis);
    return found < 0 ? -found - 1 : found;
  }

  @FunctionalInterface
  private interface Joining<T> {
    /** Either may be null, never both. */
    T join(int key, T a, T b);
  }

  private static <T> List<T> each(List<T> a, List<T> b, ToIntFunction<T> key, Joining<T> joining) {
    Set<Integer> keys = new TreeSet<>();
    a.forEach(column -> keys.add(key.applyAsInt(column)));
    b.forEach(column -> keys.add(key.applyAsInt(column)));
    Function<List<T>, Function<Integer, T>> find =
        columns ->
            wanted ->
                columns.stream()
                    .filter(column -> key.applyAsInt(column) == wanted)
                    .findFirst()
                    .orElse(null);
    List<T> joined = new ArrayList<>();
    keys.forEach(k -> joined.add(joining.join(k, find.apply(a).apply(k), find.apply(b).apply(k))));
    return joined;
  }

  private NumberColumn numbers(int key, NumberColumn a, NumberColumn b) {
    long[] values = new long[times.length];
    BitSet present = new BitSet(times.length);
    for (int row = 0; row < values.length; row++) {
      NumberColumn from = first[row] == ABSENT ? b : a;
      int index = first[row] == ABSENT ? second[row] : first[row];
      if (from != null && from.has(index)) {
        values[row] = from.values()[index];
        present.set(row);
      }
    }
    return new NumberColumn(key, values, present.cardinality() == values.length ? null : present);
  }

  private VectorColumn vectors(int key, VectorColumn a, VectorColumn b) {
    short[][] rows = new short[times.length][];
    pick(rows, a == null ? null : a.rows(), b == null ? null : b.rows());
    return new VectorColumn(key, rows);
  }

  private TextColumn texts(int key, TextColumn a, TextColumn b) {
    byte[][] rows = new byte[times.length][];
    pick(rows, a == null ? null : a.rows(), b == null ? null : b.rows());
    return new TextColumn(key, rows);
  }

  private <T> void pick(T[] rows, T[] a, T[] b) {
    for (int row = 0; row < rows.length; row++) {
      T[] from = first[row] == ABSENT ? b : a;
      rows[row] = from == null ? null : from[first[row] == ABSENT ? second[row] : first[row]];
    }
  }
}
