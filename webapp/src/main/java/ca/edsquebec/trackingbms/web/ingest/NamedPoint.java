package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.NamedValues;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of one time that come under one name of a device, or under names of Home Assistant. */
public final class NamedPoint {

  private NamedPoint() {}

  /**
   * Adds them to the batch. A name such as {@code sensor.pack1_voltage} says itself of which
   * battery it is, when one is called so; all others are of the battery that the device's names
   * mean.
   *
   * @param place as the sender counts
   * @param timeMicros epoch microseconds
   * @param device what the device is called; empty when nothing says it
   * @throws InvalidException when it can't be told which battery is meant
   */
  public static void add(
      PushBatch batch,
      long place,
      long timeMicros,
      List<Addressing.Name> device,
      Map<String, Object> values) {
    Map<String, Object> others = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!takeEntity(batch, place, timeMicros, name, value)) {
            others.put(name, value);
          }
        });
    if (!others.isEmpty()) {
      Battery battery = batch.addressing().of(device);
      NamedValues said = batch.valuesOf(battery);
      others.forEach((name, value) -> said.add(name, value, ""));
      batch.add(place, battery, timeMicros, said);
    }
  }

  private static boolean takeEntity(
      PushBatch batch, long place, long timeMicros, String name, Object value) {
    if (NamedValues.isKnown(name) || !name.matches("[a-z_]+\\.[a-z0-9_]+")) {
      return false;
    }
    Optional<Addressing.Prefixed> found =
        batch.addressing().beginning(BatteryDirectory.slug(EntityName.withoutDomain(name)));
    found.ifPresent(
        entity -> {
          NamedValues said = batch.valuesOf(entity.battery());
          said.add(entity.rest(), value, "");
          batch.add(place, entity.battery(), timeMicros, said);
        });
    return found.isPresent();
  }
}
