package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a {@link Delivers} together from the tables that a decoder reads with, so that what it can
 * say is written down once. Not for use by several threads.
 */
public final class DeliversBuilder {

  private final Set<Metric> metrics = EnumSet.noneOf(Metric.class);
  private final Set<Part> parts = EnumSet.noneOf(Part.class);
  private final Set<AlarmCode> alarms = EnumSet.noneOf(AlarmCode.class);
  private final Set<String> extras = new TreeSet<>();

  /** What the fields of these tables mean. */
  public DeliversBuilder fields(FieldTable... tables) {
    for (FieldTable table : tables) {
      for (Field field : table) {
        meanings(List.of(field.meaning()));
      }
    }
    return this;
  }

  /**
   * As the last column of a {@link FieldTable}.
   *
   * @param meanings as in {@link Decoded}
   */
  public DeliversBuilder meanings(Collection<String> meanings) {
    Decoded said = new Decoded();
    meanings.forEach(meaning -> said.mean(meaning, 0));
    return readings(said.readings());
  }

  /** The alarms that these bits can raise. */
  public DeliversBuilder alarms(AlarmBits... tables) {
    for (AlarmBits table : tables) {
      alarms(table.codes());
    }
    return this;
  }

  /** Alarms. */
  public DeliversBuilder alarms(Collection<AlarmCode> codes) {
    alarms.addAll(codes);
    return parts(Part.ALARMS);
  }

  /** Scalars. */
  public DeliversBuilder metrics(Metric... all) {
    metrics.addAll(List.of(all));
    return this;
  }

  /** What is no scalar. */
  public DeliversBuilder parts(Part... all) {
    parts.addAll(List.of(all));
    return this;
  }

  /** Names of scalars that have no metric. */
  public DeliversBuilder extras(String... names) {
    extras.addAll(List.of(names));
    return this;
  }

  /** What readings like these tell, whatever their values are. */
  public DeliversBuilder readings(Collection<Reading> all) {
    for (Reading reading : all) {
      if (reading instanceof Reading.Scalar scalar) {
        metrics.add(scalar.metric());
      } else if (reading instanceof Reading.Extra extra) {
        extras.add(extra.name());
      } else if (reading instanceof Reading.Alarms raised) {
        alarms(raised.active().stream().map(Alarm::code).toList());
      } else {
        parts.add(Delivers.part(reading));
      }
    }
    return this;
  }

  /** All of it measured. */
  public Delivers measured() {
    return Delivers.measured(metrics, parts, alarms, extras);
  }
}
