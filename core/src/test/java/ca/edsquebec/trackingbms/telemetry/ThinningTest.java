package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {

  private static final Metric[] METRICS = {
    Metric.SOC, Metric.CURRENT, Metric.POWER, Metric.PACK_VOLTAGE
  };

  @Test
  void leavesAShortSeriesAsItIs() {
    Series series = noise(100, 2);
    assertThat(Thinning.of(series, 100)).isSameAs(series);
  }

  @Test
  void keepsAtMostAsManyAsAskedForAndTheEnds() {
    for (int metrics = 0; metrics <= METRICS.length; metrics++) {
      Series series = noise(17_280, metrics);
      for (int most : new int[] {2, 3, 9, 10, 11, 100, 1000, 5000}) {
        Series thinned = Thinning.of(series, most);
        assertThat(thinned.t()).hasSizeBetween(2, most).isSorted().doesNotHaveDuplicates();
        assertThat(thinned.t()[0]).isEqualTo(series.t()[0]);
        assertThat(thinned.t()[thinned.t().length - 1]).isEqualTo(series.t()[17_279]);
      }
    }
  }

  @Test
  void usesMostOfTheRoom() {
    assertThat(Thinning.of(noise(17_280, 4), 1000).t()).hasSizeGreaterThan(600);
    assertThat(Thinning.of(noise(17_280, 1), 1000).t()).hasSizeGreaterThan(600);
  }

  @Test
  void aSpikeOfOneSampleNeverDisappears() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      Series series = noise(3_000, 4);
      int at = random.nextInt(3_000);
      Metric metric = METRICS[random.nextInt(4)];
      double spike = random.nextBoolean() ? 1e6 : -1e6;
      series.columns().get(metric)[at] = spike;
      Series thinned = Thinning.of(series, 10 + random.nextInt(500));
      int kept = Arrays.binarySearch(thinned.t(), series.t()[at]);
      assertThat(kept).isNotNegative();
      assertThat(thinned.columns().get(metric)[kept]).isEqualTo(spike);
    }
  }

  @Test
  void whatIsKeptIsExactlyAsMeasured() {
    Series series = noise(5_000, 4);
    Series thinned = Thinning.of(series, 300);
    for (int i = 0; i < thinned.t().length; i++) {
      int original = Arrays.binarySearch(series.t(), thinned.t()[i]);
      assertThat(original).isNotNegative();
      for (Metric metric : METRICS) {
        assertThat(thinned.columns().get(metric)[i])
            .isEqualTo((Double) series.columns().get(metric)[original]);
      }
    }
  }

  @Test
  void valuesThatAreMissingAreNoExtremes() {
    Series series = noise(1_000, 1);
    double[] soc = series.columns().get(Metric.SOC);
    Arrays.fill(soc, 1, 999, Double.NaN);
    soc[500] = 3;
    assertThat(Thinning.of(series, 10).columns().get(Metric.SOC)).contains(3).hasSize(3);
  }

  /** Irregular times, a fifth of the values missing. */
  private static Series noise(int rows, int metrics) {
    Random random = new Random(rows + metrics);
    long[] t = new long[rows];
    for (int i = 1; i < rows; i++) {
      t[i] = t[i - 1] + 1 + random.nextInt(10_000);
    }
    Map<Metric, double[]> columns = new HashMap<>();
    for (int m = 0; m < metrics; m++) {
      double[] values = new double[rows];
      Arrays.setAll(values, i -> random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian() * 100);
      columns.put(METRICS[m], values);
    }
    return new Series(t, columns);
  }
}
