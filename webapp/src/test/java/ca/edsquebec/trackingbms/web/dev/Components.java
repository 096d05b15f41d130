package ca.edsquebec.trackingbms.web.dev;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.web.fleet.CellFigures;
import ca.edsquebec.trackingbms.web.fleet.Filters;
import ca.edsquebec.trackingbms.web.fleet.Gauge;
import ca.edsquebec.trackingbms.web.fleet.Tile;
import ca.edsquebec.trackingbms.web.page.Pager;
import ca.edsquebec.trackingbms.web.page.Scale;
import ca.edsquebec.trackingbms.web.page.Spark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the tags are shown with.
 *
 * @param now epoch milliseconds
 */
public record Components(long now) {

  private static final int POINTS = 45;
  private static final Scale VOLTAGE =
      new Scale(
          38,
          63,
          List.of(
              new Scale.Zone(38, 40, "critical"),
              new Scale.Zone(40, 45, "warning"),
              new Scale.Zone(57, 61, "warning"),
              new Scale.Zone(61, 63, "critical")));

  /** %; the last one is not known. */
  public List<Double> charges() {
    return List.of(0.0, 5.0, 15.0, 62.4, 100.0, Double.NaN);
  }

  /** V; beyond each end, in each zone, not known. */
  public List<Double> volts() {
    return List.of(30.0, 39.0, 43.0, 52.3, 59.0, 70.0, Double.NaN);
  }

  public Scale scale() {
    return VOLTAGE;
  }

  public Spark wave() {
    return Spark.of(wave(0));
  }

  /** With a stretch that nobody reported. */
  public Spark broken() {
    double[] values = wave(0);
    Arrays.fill(values, 15, 25, Double.NaN);
    return Spark.of(values);
  }

  public Spark flat() {
    double[] values = new double[POINTS];
    Arrays.fill(values, 7);
    return Spark.of(values);
  }

  private static double[] wave(double from) {
    return IntStream.range(0, POINTS).mapToDouble(i -> from + Math.sin(i / 5.0)).toArray();
  }

  /** A battery that last spoke so long ago. */
  public BatteryNow heard(long secondsAgo) {
    Sample sample = new Sample.Builder(now - secondsAgo * 1000).put(Metric.SOC, 62.4).build();
    Latest latest = new Latest(sample, Instant.ofEpochMilli(sample.ts()));
    return BatteryNow.of(battery(), Optional.of(latest), now);
  }

  public BatteryNow neverHeard() {
    return BatteryNow.of(battery(), Optional.empty(), now);
  }

  /** Readings: in the normal range, below it, without gauge, not known. */
  public List<Tile> tiles() {
    Optional<Gauge> gauge = Optional.of(new Gauge(VOLTAGE, 45, 57));
    return List.of(
        tile(52.31, wave(), gauge),
        tile(43, broken(), gauge),
        tile(52.31, flat(), Optional.empty()),
        tile(Double.NaN, Spark.of(new double[0]), gauge));
  }

  private static Tile tile(double volts, Spark line, Optional<Gauge> gauge) {
    return new Tile(Metric.PACK_VOLTAGE, "bolt", "packVoltage", volts, line, gauge);
  }

  /** So many cells, some of them being balanced. */
  public CellFigures cells(int count) {
    List<CellFigures.Cell> cells =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new CellFigures.Cell(i, 3.28 + Math.sin(i) / 100, i % 7 == 0))
            .toList();
    return new CellFigures(cells, 11, 8, 3.270, 3.290, 3.280, 0.020, true);
  }

  public Pager pager() {
    return Pager.of(7, 25, 1000, page -> "?page=" + page);
  }

  public List<Filters.Option> options() {
    return List.of(
        new Filters.Option("a", "Chariots", 12, true),
        new Filters.Option("b", "Un nom <b>long</b> & étrange", 0, false));
  }

  private static Battery battery() {
    return new Battery(
        1,
        "uid",
        "T-1",
        "Réserve toit",
        new BatteryType(1, "type", "Stationnaire"),
        new Place(1, "place", "Hôtel de ville", Fleet.DEFAULT_ZONE),
        Chemistry.LFP,
        16,
        280,
        51.2,
        "",
        "foxbms",
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        BatteryStatus.IN_SERVICE,
        Instant.EPOCH,
        Optional.empty());
  }
}
