package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What devices of one kind can say at best; what is not here they never say, so that a screen can
 * tell «not provided» from «not known now». A single device may say less. What we work out from it
 * ({@link ca.edsquebec.trackingbms.measure.Derived}) is not in here.
 *
 * @param metrics scalars
 * @param parts what is no scalar
 * @param alarms the alarms it can raise
 * @param extras names of scalars that have no {@link Metric}
 * @param indicative metrics whose values show a tendency and are not good for accounts, such as a
 *     charge counted over a current that is blind in places
 * @param blind by metric, which values it tells as 0
 */
public record Delivers(
    Set<Metric> metrics,
    Set<Part> parts,
    Set<AlarmCode> alarms,
    Set<String> extras,
    Set<Metric> indicative,
    Map<Metric, BlindBand> blind) {

  /** Kinds of {@link Reading} that are no scalar. */
  public enum Part {
    CELL_VOLTAGES,
    TEMPERATURES,
    BALANCING,
    STATE,
    CHARGE_ALLOWED,
    DISCHARGE_ALLOWED,
    ALARMS
  }

  /** How far a delivered value can be relied on. */
  public enum Quality {
    MEASURED,
    INDICATIVE
  }

  public Delivers {
    metrics = Set.copyOf(metrics);
    parts = Set.copyOf(parts);
    alarms = Set.copyOf(alarms);
    extras = Set.copyOf(extras);
    indicative = Set.copyOf(indicative);
    blind = Map.copyOf(blind);
    if (!metrics.containsAll(indicative) || !indicative.containsAll(blind.keySet())) {
      throw new IllegalArgumentException("blind is indicative, and indicative is delivered");
    }
  }

  /** All of it measured. */
  public static Delivers measured(
      Set<Metric> metrics, Set<Part> parts, Set<AlarmCode> alarms, Set<String> extras) {
    return new Delivers(metrics, parts, alarms, extras, Set.of(), Map.of());
  }

  public Quality quality(Metric metric) {
    return indicative.contains(metric) ? Quality.INDICATIVE : Quality.MEASURED;
  }

  /** Whether what a frame said keeps to this description. */
  public boolean covers(Reading reading) {
    if (reading instanceof Reading.Scalar scalar) {
      return metrics.contains(scalar.metric());
    }
    if (reading instanceof Reading.Extra extra) {
      return extras.contains(extra.name());
    }
    if (reading instanceof Reading.Alarms raised) {
      return parts.contains(Part.ALARMS)
          && raised.active().stream().allMatch(alarm -> alarms.contains(alarm.code()));
    }
    return parts.contains(part(reading));
  }

  /** Of a reading that is neither a scalar nor an extra nor alarms. */
  static Part part(Reading reading) {
    if (reading instanceof Reading.Cell) {
      return Part.CELL_VOLTAGES;
    }
    if (reading instanceof Reading.Temperature) {
      return Part.TEMPERATURES;
    }
    if (reading instanceof Reading.Balancing) {
      return Part.BALANCING;
    }
    if (reading instanceof Reading.State) {
      return Part.STATE;
    }
    return reading instanceof Reading.ChargeAllowed ? Part.CHARGE_ALLOWED : Part.DISCHARGE_ALLOWED;
  }

  /** Every part but those. */
  public static Set<Part> partsBut(Part... missing) {
    EnumSet<Part> parts = EnumSet.allOf(Part.class);
    parts.removeAll(Set.of(missing));
    return parts;
  }
}
