package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.web.page.Spark;
import java.util.Optional;

/**
 * One reading, large.
 *
 * @param metric what it shows
 * @param icon before its name
 * @param format how it is shown: a method of Formats
 * @param value in the metric's unit; NaN when absent
 * @param recent its last quarter of an hour
 * @param gauge empty without a sound basis
 */
public record Tile(
    Metric metric, String icon, String format, double value, Spark recent, Optional<Gauge> gauge) {

  /** The key of its texts, and its name in JSON. */
  public String name() {
    return metric.jsonName();
  }

  /** True when its sign is a direction, which then stands beside it as a word. */
  public boolean isFlow() {
    return metric == Metric.CURRENT || metric == Metric.POWER;
  }
}
