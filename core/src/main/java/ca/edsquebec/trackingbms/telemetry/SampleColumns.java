package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.Layout;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import ca.edsquebec.trackingbms.telemetry.chunk.TextColumn;
import ca.edsquebec.trackingbms.telemetry.chunk.VectorColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What the columns of a chunk mean. The keys are stored: none is ever given another meaning.
 *
 * <pre>
 * numbers  0 …       position in {@link ScalarColumn}; later ones are added at its end
 *          30        flags
 *          31        position in BatteryState
 *          32 + 2 id number of {@code more} in thousandths, + 1 as the bits of a double
 * vectors  0         cells, mV
 *          1         temperatures, 0.1 °C
 * texts    0         {@code more} behind its numbers: flags, balancing, alarms
 * </pre>
 */
final class SampleColumns {

  static final int FLAGS = 30;
  static final int STATE = 31;
  static final int CELLS = 0;
  static final int TEMPERATURES = 1;
  static final int REST = 0;

  private static final int MORE = 32;

  private static final ScalarColumn[] SCALARS = ScalarColumn.values();

  /** Power is mV × mA in 0.1 W; cells lie around their average. */
  static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Product(
                  ScalarColumn.POWER.ordinal(),
                  ScalarColumn.PACK_VOLTAGE.ordinal(),
                  ScalarColumn.CURRENT.ordinal(),
                  100_000)),
          List.of(new Layout.Mean(CELLS, ScalarColumn.CELL_AVG.ordinal())));

  private SampleColumns() {}

  /** Key of a number inside {@code more} that is in thousandths. */
  static int thousandths(int id) {
    return Math.addExact(MORE, Math.multiplyExact(2, id));
  }

  /** Key of the same where it is the bits of a double. */
  static int doubleBits(int id) {
    return Math.addExact(thousandths(id), 1);
  }

  /**
   * @param rows in order of time, none twice
   */
  static Block toBlock(List<StoredSample> rows) {
    int samples = rows.size();
    long[] times = new long[samples];
    Map<Integer, NumberColumn> numbers = new TreeMap<>();
    short[][] cells = new short[samples][];
    short[][] temperatures = new short[samples][];
    byte[][] rests = new byte[samples][];
    for (int i = 0; i < samples; i++) {
      StoredSample sample = rows.get(i);
      int row = i;
      times[row] = sample.ts();
      cells[row] = PackedShorts.shorts(sample.cells());
      temperatures[row] = PackedShorts.shorts(sample.temperatures());
      rests[row] =
          MoreParts.split(
              sample.more(),
              (key, number) -> put(numbers, Math.addExact(MORE, key), samples, row, number));
    }
    List<NumberColumn> columns = scalars(rows);
    columns.addAll(numbers.values());
    return new Block(
        times,
        columns,
        List.of(new VectorColumn(CELLS, cells), new VectorColumn(TEMPERATURES, temperatures)),
        List.of(new TextColumn(REST, rests)));
  }

  private static void put(
      Map<Integer, NumberColumn> numbers, int key, int samples, int row, long number) {
    NumberColumn column =
        numbers.computeIfAbsent(
            key, k -> new NumberColumn(k, new long[samples], new BitSet(samples)));
    column.values()[row] = number;
    column.present().set(row);
  }

  private static List<NumberColumn> scalars(List<StoredSample> rows) {
    List<NumberColumn> columns = new ArrayList<>();
    for (ScalarColumn scalar : SCALARS) {
      columns.add(column(scalar.ordinal(), rows, sample -> sample.scalar(scalar)));
    }
    columns.add(column(FLAGS, rows, StoredSample::flags));
    columns.add(column(STATE, rows, StoredSample::state));
    return columns;
  }

  private static NumberColumn column(
      int key, List<StoredSample> rows, ToIntFunction<StoredSample> value) {
    long[] values = new long[rows.size()];
    BitSet present = new BitSet(values.length);
    for (int row = 0; row < values.length; row++) {
      int number = value.applyAsInt(rows.get(row));
      if (number != ScalarColumn.ABSENT) {
        values[row] = number;
        present.set(row);
      }
    }
    return new NumberColumn(key, values, present);
  }

  /** The samples of a block; what it lacks they lack. */
  static List<StoredSample> toSamples(Block block) {
    int samples = block.size();
    NumberColumn[] scalars = new NumberColumn[SCALARS.length];
    for (int i = 0; i < scalars.length; i++) {
      scalars[i] = block.number(i).orElse(null);
    }
    NumberColumn flags = block.number(FLAGS).orElse(null);
    NumberColumn states = block.number(STATE).orElse(null);
    List<NumberColumn> more = block.numbers().stream().filter(c -> c.key() >= MORE).toList();
    short[][] cells = vectors(block, CELLS);
    short[][] temperatures = vectors(block, TEMPERATURES);
    byte[][] rests = block.text(REST).map(TextColumn::rows).orElse(new byte[samples][]);
    List<StoredSample> rows = new ArrayList<>(samples);
    for (int row = 0; row < samples; row++) {
      int[] numbers = new int[SCALARS.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(scalars[i], row, ScalarColumn.ABSENT);
      }
      rows.add(
          new StoredSample(
              block.times()[row],
              number(flags, row, 0),
              numbers,
              number(states, row, ScalarColumn.ABSENT),
              PackedShorts.bytes(cells[row]),
              PackedShorts.bytes(temperatures[row]),
              more(more, row, rests[row])));
    }
    return rows;
  }

  private static short[][] vectors(Block block, int key) {
    return block.vector(key).map(VectorColumn::rows).orElse(new short[block.size()][]);
  }

  private static int number(NumberColumn column, int row, int absent) {
    return column != null && column.has(row) ? (int) column.values()[row] : absent;
  }

  private static byte[] more(List<NumberColumn> columns, int row, byte[] rest) {
    int[] keys = new int[columns.size()];
    long[] numbers = new long[columns.size()];
    int count = 0;
    for (NumberColumn column : columns) {
      if (column.has(row)) {
        keys[count] = column.key() - MORE;
        numbers[count++] = column.values()[row];
      }
    }
    return MoreParts.join(keys, numbers, count, rest);
  }
}
