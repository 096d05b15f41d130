package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.Choice;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleColumnsTest {

  private static final long START = 1_764_000_000_000L;

  private final ChunkTrip trip = new ChunkTrip();

  @Test
  void samplesOfEveryShapeComeBackExactly() {
    Random random = new Random(9);
    RandomSamples samples = new RandomSamples(9);
    for (int i = 0; i < 150; i++) {
      List<StoredSample> rows = new ArrayList<>();
      long ts = START;
      for (int n = 1 + random.nextInt(i % 10 == 0 ? 200 : 20); n > 0; n--) {
        ts += random.nextBoolean() ? 5_000 : 1 + random.nextInt(60_000);
        rows.add(trip.stored(samples.at(ts), random.nextInt(2) * StoredSample.BACKFILLED));
      }
      trip.assertExact(rows);
    }
  }

  @Test
  void anySampleAloneComesBackExactly() {
    RandomSamples samples = new RandomSamples(10);
    for (int i = 0; i < 300; i++) {
      trip.assertExact(List.of(trip.stored(samples.at(START + i), StoredSample.SKEWED)));
    }
  }

  @Test
  void aSampleThatHoldsNothingComesBackExactly() {
    trip.assertExact(
        List.of(
            trip.stored(new Sample.Builder(START).build(), 0),
            trip.stored(new Sample.Builder(START + 1).build(), 0)));
  }

  @Test
  void asManyCellsAsTheStoreHolds() {
    Random random = new Random(11);
    List<StoredSample> rows = new ArrayList<>();
    for (int count : new int[] {1, 16, 216, PackedShorts.MAX_VALUES, 0, 36}) {
      double[] cells = random.doubles(count, 2.5, 3.65).toArray();
      if (count > 1) {
        cells[count / 2] = Double.NaN;
      }
      rows.add(
          trip.stored(
              new Sample.Builder(START + rows.size())
                  .cellVoltages(cells)
                  .temperatures(Arrays.copyOf(cells, count / 4))
                  .build(),
              0));
    }
    trip.assertExact(rows);
  }

  @Test
  void numbersWithoutAColumnKeepTheirLastBit() {
    double[] hard = {
      -0.0, 0, 1e300, Double.MIN_VALUE, 1.0 / 3, 0.001, 9.007199254740994e15, -9.3e15, 9.3e18
    };
    List<StoredSample> rows = new ArrayList<>();
    for (double number : hard) {
      Sample sample =
          new Sample.Builder(START + rows.size())
              .put(Metric.INSULATION, Math.abs(number))
              .extra("hard", number)
              .build();
      rows.add(trip.stored(sample, 0));
      assertThat(trip.sample(rows.get(rows.size() - 1)).extras()).containsEntry("hard", number);
    }
    trip.assertExact(rows);
  }

  @Test
  void chosenColumnsMeanWhatTheirKeysSay() {
    Sample sample =
        new Sample.Builder(START)
            .put(Metric.SOC, 81.25)
            .put(Metric.CYCLES, 412)
            .put(Metric.INSULATION, 1.0 / 3)
            .cellVoltages(3.281, 3.279)
            .temperatures(-4.5)
            .state(BatteryState.FAULT)
            .alarms(List.of(new Alarm(AlarmCode.OTHER, AlarmLevel.CRITICAL, "E7")))
            .build();
    Block block = SampleColumns.toBlock(List.of(trip.stored(sample, StoredSample.BACKFILLED)));
    assertThat(value(block, ScalarColumn.SOC.ordinal())).isEqualTo(8125);
    assertThat(value(block, SampleColumns.FLAGS))
        .isEqualTo(StoredSample.BACKFILLED | StoredSample.DELTA_OF_EXTREMES);
    assertThat(value(block, SampleColumns.STATE)).isEqualTo(BatteryState.FAULT.ordinal());
    assertThat(value(block, SampleColumns.thousandths(trip.id("cycles")))).isEqualTo(412_000);
    assertThat(value(block, SampleColumns.doubleBits(trip.id("insulation"))))
        .isEqualTo(Double.doubleToLongBits(1.0 / 3));
    assertThat(block.vector(SampleColumns.CELLS).orElseThrow().rows()[0])
        .containsExactly(3281, 3279);
    assertThat(block.vector(SampleColumns.TEMPERATURES).orElseThrow().rows()[0])
        .containsExactly(-45);
    assertThat(block.text(SampleColumns.REST).orElseThrow().rows()[0]).isNotEmpty();
  }

  private static long value(Block block, int key) {
    NumberColumn column = block.number(key).orElseThrow();
    assertThat(column.has(0)).isTrue();
    return column.values()[0];
  }

  @Test
  void whatWasNotChosenIsAbsent() {
    Sample sample =
        new Sample.Builder(START).put(Metric.SOC, 81.25).cellVoltages(3.281).extra("x", 1).build();
    try (ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT);
        ChunkReader reader = new ChunkReader()) {
      byte[] chunk = writer.encode(SampleColumns.toBlock(List.of(trip.stored(sample, 0))));
      Block block = reader.decode(chunk, Choice.numbers(ScalarColumn.SOC.ordinal()));
      assertThat(trip.sample(SampleColumns.toSamples(block).get(0)))
          .isEqualTo(new Sample.Builder(START).put(Metric.SOC, 81.25).build());
    }
  }
}
