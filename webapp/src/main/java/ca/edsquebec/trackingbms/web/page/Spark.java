package ca.edsquebec.trackingbms.web.page;

import java.util.Arrays;

/**
 * A small line without axes, as the path of an SVG of 920 × 240. Where values are missing the line
 * is broken.
 *
 * @param path empty when there is nothing to draw
 * @param area below the line; empty likewise
 */
public record Spark(String path, String area) {

  private static final int WIDTH = 920;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 20;

  /** More than can be told apart at that size. */
  private static final int MAX_POINTS = 50;

  /**
   * @param values evenly spaced in time; NaN when missing
   */
  public static Spark of(double[] values) {
    return drawn(thinned(values));
  }

  // Each so many, and the last one: where it stands now.
  private static double[] thinned(double[] values) {
    int step = Math.max(1, (values.length + MAX_POINTS - 1) / MAX_POINTS);
    int count = (values.length + step - 1) / step;
    double[] kept = new double[count];
    Arrays.setAll(kept, i -> values[values.length - 1 - (count - 1 - i) * step]);
    return kept;
  }

  private static Spark drawn(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    StringBuilder path = new StringBuilder();
    StringBuilder area = new StringBuilder();
    int start = -1;
    for (int i = 0; i <= values.length; i++) {
      boolean known = i < values.length && !Double.isNaN(values[i]);
      if (known && start < 0) {
        start = i;
      } else if (!known && start >= 0) {
        run(path, area, values, start, i, low, high);
        start = -1;
      }
    }
    return new Spark(path.toString(), area.toString());
  }

  /** Of single precision, which is what trends are kept in. */
  public static Spark of(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return of(wide);
  }

  public boolean isEmpty() {
    return path.isEmpty();
  }

  private static void run(
      StringBuilder path,
      StringBuilder area,
      double[] values,
      int from,
      int to,
      double low,
      double high) {
    StringBuilder run = new StringBuilder();
    double span = high > low ? high - low : 1;
    for (int i = from; i < to; i++) {
      double y = HEIGHT - MARGIN - (values[i] - low) / span * (HEIGHT - 2 * MARGIN);
      run.append(run.length() == 0 ? 'M' : 'L').append(text(x(i, values.length))).append(' ');
      run.append(text(y));
    }
    path.append(run);
    area.append(run).append('L').append(text(x(to - 1, values.length))).append(' ').append(HEIGHT);
    area.append('L').append(text(x(from, values.length))).append(' ').append(HEIGHT).append('Z');
  }

  private static double x(int i, int length) {
    return MARGIN + (double) i / Math.max(1, length - 1) * (WIDTH - 2 * MARGIN);
  }

  private static String text(double coordinate) {
    return Long.toString(Math.round(coordinate));
  }
}
