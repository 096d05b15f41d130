package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An hour of a battery of 16 cells and 4 sensors, a sample each 5 s, as a BMS measures it: 12
 * numbers with their noise, a load that changes each minute.
 */
final class TypicalHour {

  static final int SAMPLES = 720;
  static final int CELLS = 0;
  static final int CELL_AVG = 7;

  static final Layout LAYOUT =
      new Layout(
          List.of(new Layout.Product(2, 0, 1, 100_000)), List.of(new Layout.Mean(CELLS, CELL_AVG)));

  private final Random random;
  private final long[] times = new long[SAMPLES];
  private final long[][] numbers = new long[12][SAMPLES];
  private final short[][] cells = new short[SAMPLES][16];
  private final short[][] temperatures = new short[SAMPLES][4];

  private TypicalHour(int hour) {
    random = new Random(hour);
    int[] offsets = IntStream.range(0, 16).map(i -> random.nextInt(16)).toArray();
    for (int row = 0; row < SAMPLES; row++) {
      times[row] = 1_764_000_000_000L + 3_600_000L * hour + 5_000L * row + random.nextInt(32);
      fill(row, (hour % 24 + row / (double) SAMPLES) / 24, offsets);
    }
  }

  /**
   * @param hour 0 or more; each has its own noise
   */
  static Block block(int hour) {
    TypicalHour made = new TypicalHour(hour);
    return new Block(
        made.times,
        IntStream.range(0, 12)
            .mapToObj(key -> new NumberColumn(key, made.numbers[key], null))
            .toList(),
        List.of(new VectorColumn(0, made.cells), new VectorColumn(1, made.temperatures)),
        List.of());
  }

  /**
   * @param day part of the day that is over: charging in its first half
   */
  private void fill(int row, double day, int[] offsets) {
    double soc = 0.2 + 1.2 * Math.min(day, 1 - day);
    long load = new Random(row / 12).nextInt(6_000);
    long current = (day < 0.5 ? 24_000 : -24_000) - load + Math.round(60 * random.nextGaussian());
    double ocv = 3_200 + 130 * soc + 40 * Math.tanh(12 * (soc - 0.9)) + current / 2_000.0;
    int[] summary = fillCells(row, ocv, offsets);
    fillTemperatures(row, 245 + 40 * soc);
    numbers[0][row] = summary[0];
    numbers[1][row] = current;
    numbers[2][row] = Math.round(summary[0] * (double) current / 100_000);
    numbers[3][row] = Math.round(soc * 10_000);
    numbers[4][row] = 9_840;
    numbers[5][row] = summary[1];
    numbers[6][row] = summary[2];
    numbers[CELL_AVG][row] = Math.round(summary[0] / 16.0);
    numbers[8][row] = IntStream.range(0, 4).map(i -> temperatures[row][i]).min().orElseThrow();
    numbers[9][row] = IntStream.range(0, 4).map(i -> temperatures[row][i]).max().orElseThrow();
    numbers[10][row] = day < 0.5 ? 3 : 5;
  }

  /** Sum, lowest and highest. */
  private int[] fillCells(int row, double ocv, int[] offsets) {
    int[] summary = {0, Integer.MAX_VALUE, 0};
    for (int i = 0; i < offsets.length; i++) {
      int noise = random.nextInt(100) < 37 ? 2 * random.nextInt(2) - 1 : 0;
      int cell = (int) Math.round(ocv) + offsets[i] + noise;
      cells[row][i] = (short) cell;
      summary[0] += cell;
      summary[1] = Math.min(summary[1], cell);
      summary[2] = Math.max(summary[2], cell);
    }
    return summary;
  }

  private void fillTemperatures(int row, double usual) {
    for (int i = 0; i < 4; i++) {
      int noise = random.nextInt(100) < 6 ? 1 : 0;
      temperatures[row][i] = (short) ((int) Math.round(usual) + 3 * i + noise);
    }
  }
}
