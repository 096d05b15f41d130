package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.connector.BlindBand;
import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page of one battery shows.
 *
 * @param tiles the large readings
 * @param range of the history
 * @param rows the history for who has no script
 * @param facts what the client says of it in fields of its own
 * @param gateway name of the silent gateway that it is behind; empty when it is behind none
 */
public record BatteryView(
    BatteryNow now,
    List<Tile> tiles,
    HistoryRange range,
    List<TrendRow> rows,
    List<FactRow> facts,
    String gateway) {

  public BatteryView {
    tiles = List.copyOf(tiles);
    rows = List.copyOf(rows);
    facts = List.copyOf(facts);
  }

  public Battery battery() {
    return now.battery();
  }

  public String condition() {
    return now.condition().jsonName();
  }

  public boolean isLive() {
    return now.condition().isLive();
  }

  /** {@code charging}, {@code discharging} or {@code idle}; empty when not known. */
  public String flow() {
    return now.flow().map(flow -> flow.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** As in the keys of its texts, such as {@code lead-acid}. */
  public String chemistry() {
    return Parameters.jsonName(battery().chemistry());
  }

  /** When the latest sample was measured, epoch milliseconds; null when there is none. */
  public Long ts() {
    return now.latest().map(latest -> latest.sample().ts()).orElse(null);
  }

  /** By the metric's name in JSON; NaN when absent. */
  public double value(String metric) {
    return Metric.named(metric).map(now::value).orElseThrow();
  }

  /** Whether the battery reports that metric, by its name in JSON. */
  public boolean has(String metric) {
    return !Double.isNaN(value(metric));
  }

  /** In Ah, or 0 when unknown: expressions of pages take NaN for a large number. */
  public double capacity() {
    return Double.isNaN(battery().nominalCapacityAh()) ? 0 : battery().nominalCapacityAh();
  }

  /** In Wh, or 0 when unknown. */
  public double ratedEnergy() {
    return Double.isNaN(now.ratedEnergy()) ? 0 : now.ratedEnergy();
  }

  /** In V, or 0 when unknown. */
  public double ratedVoltage() {
    double volts = battery().nominalVoltageV();
    return Double.isNaN(volts) ? 0 : volts;
  }

  /** That share of an amount that the state of charge says; NaN when not known. */
  public double ofSoc(double full) {
    return full * now.value(Metric.SOC) / 100;
  }

  /** The proper name of what reads its frames. */
  public String connectorName() {
    String id = battery().connectorId();
    return Connectors.withId(id).map(Connector::displayName).orElse(id);
  }

  /** Which currents the device tells as 0, in A; the charge that it counts then is as rough. */
  public Optional<BlindBand> blind() {
    boolean turned = CommonSettings.isInverted(battery().connectorSettings());
    return Connectors.withId(battery().connectorId())
        .flatMap(Connector::delivers)
        .map(delivers -> delivers.blind().get(Metric.CURRENT))
        .map(band -> turned ? new BlindBand(-band.to(), -band.from()) : band);
  }

  /** The worst first; empty as well when the device reports no alarms at all. */
  public List<Alarm> alarms() {
    return sample().flatMap(Sample::alarms).orElse(List.of()).stream()
        .sorted(Comparator.comparing(Alarm::level).reversed())
        .toList();
  }

  /** Whether it says which alarms there are. */
  public boolean reportsAlarms() {
    return sample().flatMap(Sample::alarms).isPresent();
  }

  /** Of the cells; without any when none is reported. */
  public Optional<CellFigures> cells() {
    return sample().filter(one -> one.cellVoltages().length > 0).map(CellFigures::of);
  }

  /** °C by sensor, NaN where not known. */
  public List<Double> temperatures() {
    return sample().map(Sample::temperatures).stream()
        .flatMap(all -> Arrays.stream(all).boxed())
        .toList();
  }

  /** True when some gauge stands on the presets of the chemistry. */
  public boolean usesPresets() {
    return Gauge.temperature(battery()).isPresent();
  }

  /** The ranges that can be chosen. */
  public List<HistoryRange> ranges() {
    return List.of(HistoryRange.values());
  }

  /** A point of the history is to be expected so often, in ms. */
  public long periodMillis() {
    return battery().storagePeriod().toMillis();
  }

  private Optional<Sample> sample() {
    return now.latest().map(latest -> latest.sample());
  }
}
