package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.connector.NamedValues;
import ca.edsquebec.trackingbms.connector.wire.LinePoint;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.EntityName;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a point says of which battery.
 *
 * <p>The battery: tag {@code battery}; else the first of tag {@code device}, tag {@code host}, the
 * measurement and the database that is a battery's code; else the one battery of the key. A point
 * of Home Assistant (tags {@code domain} and {@code entity_id}) is of the battery that its entity's
 * name begins with: its measurement is the unit, its value in the field {@code value} or {@code
 * state}.
 */
final class PointReader {

  private final PushBatch batch;
  private final Precision precision;
  private final String database;
  private final long nowMicros;

  /**
   * @param database or bucket, as the address has it; null for none
   * @param nowMicros for points without a time, epoch microseconds
   */
  PointReader(PushBatch batch, Precision precision, String database, long nowMicros) {
    this.batch = batch;
    this.precision = precision;
    this.database = database == null ? "" : database;
    this.nowMicros = nowMicros;
  }

  /**
   * @throws InvalidException when its battery or its time can't be told
   */
  void take(long line, LinePoint point) {
    long time =
        point.timestamp().isPresent()
            ? precision.toMicros(point.timestamp().getAsLong())
            : nowMicros;
    if (point.tags().containsKey("entity_id") && point.tags().containsKey("domain")) {
      entity(line, time, point);
    } else {
      plain(line, time, point);
    }
  }

  private void plain(long line, long time, LinePoint point) {
    Battery battery = battery(point);
    NamedValues values = batch.valuesOf(battery);
    String cell = point.tags().getOrDefault("cell", "");
    boolean alone = point.fields().size() == 1 && NamedValues.isKnown(point.measurement());
    for (Map.Entry<String, Object> field : point.fields().entrySet()) {
      String name = field.getKey();
      if (alone && name.equals("value")) {
        name = point.measurement();
      }
      values.add(cell.isEmpty() ? name : "cell_" + cell + "_" + name, field.getValue(), "");
    }
    batch.add(line, battery, time, values);
  }

  private Battery battery(LinePoint point) {
    String named = point.tags().get("battery");
    if (named != null) {
      return batch.addressing().named(new Addressing.Name("tag battery", named, true));
    }
    List<Addressing.Name> names = new ArrayList<>(4);
    for (String tag : List.of("device", "host")) {
      String text = point.tags().get(tag);
      if (text != null) {
        names.add(new Addressing.Name("tag " + tag, text, true));
      }
    }
    names.add(new Addressing.Name("measurement", point.measurement(), false));
    if (!database.isEmpty()) {
      names.add(new Addressing.Name("database", database, false));
    }
    return batch.addressing().of(names);
  }

  private void entity(long line, long time, LinePoint point) {
    Object value = point.fields().getOrDefault("value", point.fields().get("state"));
    if (value == null) {
      return;
    }
    String entity = point.tags().get("entity_id");
    String plain = BatteryDirectory.slug(EntityName.withoutDomain(entity));
    String named = point.tags().get("battery");
    Optional<Addressing.Prefixed> found =
        named == null
            ? batch.addressing().beginning(plain)
            : Optional.of(
                new Addressing.Prefixed(
                    batch.addressing().named(new Addressing.Name("tag battery", named, true)),
                    EntityName.known(plain)));
    if (found.isPresent()) {
      NamedValues values = batch.valuesOf(found.get().battery());
      values.add(found.get().rest(), value, point.measurement());
      batch.add(line, found.get().battery(), time, values);
    } else if (!EntityName.known(plain).equals(plain) || NamedValues.isKnown(plain)) {
      throw new InvalidException(
          "battery",
          "%s: no battery of this key is called so; begin it with the battery's code (%s), or leave it out of what is sent"
              .formatted(
                  new Addressing.Name("entity", entity, true), "pack1_total_voltage for PACK1"));
    }
    // Else a lamp or the weather: a home sends all it has.
  }
}
