package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Blocks of every shape, the worst of them without any sense. */
final class RandomBlocks {

  private static final long[] EXTREMES = {
    0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, Integer.MIN_VALUE, 1L << 62
  };

  private final Random random;

  RandomBlocks(long seed) {
    random = new Random(seed);
  }

  Block next() {
    int samples = random.nextBoolean() ? 1 + random.nextInt(4) : 1 + random.nextInt(150);
    List<Integer> keys = new ArrayList<>(List.of(0, 1, 2, 3, 30, 40, 1 << 20, Integer.MAX_VALUE));
    Collections.shuffle(keys, random);
    List<NumberColumn> numbers = new ArrayList<>();
    List<TextColumn> texts = new ArrayList<>();
    List<VectorColumn> vectors = new ArrayList<>();
    keys.subList(0, random.nextInt(8)).forEach(key -> numbers.add(number(key, samples)));
    keys.subList(0, random.nextInt(3)).forEach(key -> texts.add(text(key, samples)));
    keys.subList(0, random.nextInt(4)).forEach(key -> vectors.add(vector(key, samples)));
    return new Block(times(samples), numbers, vectors, texts);
  }

  /** A layout that hints at some of the keys, seldom rightly. */
  Layout layout() {
    return new Layout(
        List.of(new Layout.Product(2, 0, 1, 1 + random.nextInt(1000))),
        List.of(new Layout.Mean(0, 3), new Layout.Mean(1, 2)));
  }

  private long[] times(int samples) {
    TreeSet<Long> times = new TreeSet<>();
    int kind = random.nextInt(3);
    for (int i = 0; times.size() < samples; i++) {
      times.add(
          switch (kind) {
            case 0 -> 1_764_000_000_000L + 5_000L * i;
            case 1 -> 1_764_000_000_000L + random.nextInt(3_600_000);
            default -> random.nextLong();
          });
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private NumberColumn number(int key, int samples) {
    long[] values = new long[samples];
    BitSet present = presence(samples);
    int kind = random.nextInt(4);
    for (int row = 0; row < samples; row++) {
      if (present == null || present.get(row)) {
        values[row] =
            switch (kind) {
              case 0 -> 52_000 + random.nextInt(3);
              case 1 -> random.nextInt(10) == 0 ? random.nextInt(1000) - 500 : 7;
              case 2 -> EXTREMES[random.nextInt(EXTREMES.length)];
              default -> random.nextLong() >> random.nextInt(64);
            };
      }
    }
    return new NumberColumn(key, values, present);
  }

  /** Null when all are. */
  private BitSet presence(int samples) {
    int absentOfTen = random.nextInt(12);
    if (absentOfTen == 11) {
      return null;
    }
    BitSet present = new BitSet();
    for (int row = 0; row < samples; row++) {
      present.set(row, random.nextInt(10) >= absentOfTen);
    }
    return present;
  }

  private TextColumn text(int key, int samples) {
    byte[][] rows = new byte[samples][];
    BitSet present = presence(samples);
    for (int row = 0; row < samples; row++) {
      if (present == null || present.get(row)) {
        rows[row] = new byte[random.nextInt(5)];
        random.nextBytes(rows[row]);
        if (row > 0 && rows[row - 1] != null && random.nextInt(3) > 0) {
          rows[row] = rows[row - 1].clone();
        }
      }
    }
    return new TextColumn(key, rows);
  }

  private VectorColumn vector(int key, int samples) {
    short[][] rows = new short[samples][];
    BitSet present = presence(samples);
    int usual = random.nextInt(8) == 0 ? 2_200 / samples : random.nextInt(20);
    boolean varying = random.nextInt(3) == 0;
    boolean wild = random.nextInt(3) == 0;
    boolean holes = random.nextBoolean();
    for (int row = 0; row < samples; row++) {
      if (present != null && !present.get(row)) {
        continue;
      }
      rows[row] = new short[varying ? random.nextInt(usual + 1) : usual];
      for (int i = 0; i < rows[row].length; i++) {
        boolean absent = holes && random.nextInt(9) == 0;
        int value = wild ? random.nextInt() : 3_280 + i + random.nextInt(2);
        rows[row][i] = absent ? VectorColumn.ABSENT : (short) value;
      }
    }
    return new VectorColumn(key, rows);
  }
}
