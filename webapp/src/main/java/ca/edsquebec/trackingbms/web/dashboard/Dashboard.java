package ca.edsquebec.trackingbms.web.dashboard;

import ca.edsquebec.trackingbms.gateway.GatewayNow;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetSummary;
import ca.edsquebec.trackingbms.telemetry.FleetTrend;
import ca.edsquebec.trackingbms.web.page.Spark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the dashboard shows.
 *
 * @param fleet the batteries of the type shown
 * @param types every type, to choose from
 * @param type uid of the type shown; empty for all
 * @param worst the first in order of severity, normal ones too; without those that are stale and
 *     behind a silent gateway
 * @param silent silent gateways, each one line whatever is behind it
 */
public record Dashboard(
    FleetSummary fleet,
    List<FleetSummary.OfType> types,
    String type,
    FleetTrend trend,
    List<BatteryNow> worst,
    List<GatewayNow> silent) {

  /** The state strip has this length. */
  private static final int STRIP = 1000;

  /** With more batteries than this, places show only those that are not well. */
  private static final int MAX_CELLS = 200;

  /** A part of the state strip, in thousandths of it. */
  public record Segment(String condition, int count, double x, double width) {}

  /** The conditions, the worst first, each with its number and its part of the strip. */
  public List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    double x = 0;
    for (Map.Entry<Condition, Integer> entry : fleet.conditions().entrySet()) {
      double width =
          fleet.batteries() == 0 ? 0 : (double) STRIP * entry.getValue() / fleet.batteries();
      segments.add(
          new Segment(
              entry.getKey().jsonName(),
              entry.getValue(),
              tenth(x),
              tenth(Math.max(0, width - 3))));
      x += width;
    }
    return segments;
  }

  /** Those that somebody should look at, the worst first. */
  public List<BatteryNow> toHandle() {
    return worst.stream().filter(b -> b.condition() != Condition.NORMAL).toList();
  }

  /** Places with the batteries to draw there. */
  public List<PlaceRow> places() {
    boolean collapsed = fleet.batteries() > MAX_CELLS;
    return fleet.byPlace().stream().map(place -> PlaceRow.of(place, collapsed)).toList();
  }

  public Spark socLine() {
    return Spark.of(trend.soc());
  }

  public Spark powerLine() {
    return Spark.of(trend.power());
  }

  public Spark temperatureLine() {
    return Spark.of(trend.temperatureMax());
  }

  /** The trend as JSON for the chart. */
  public String trendJson() {
    return TrendJson.of(trend, fleet.batteries() - fleet.excluded());
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }
}
