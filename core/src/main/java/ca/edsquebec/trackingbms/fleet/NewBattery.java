package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A battery to add. Made by {@link #builder}; refuses what no battery can have with an {@link
 * InvalidException} that names the field.
 *
 * @param code letters, digits and {@code . _ -}, 40 at most, a letter or digit first
 * @param name at most 120 characters; the code when blank
 * @param type by name; made when the client has none of that name
 * @param place by name; made when the client has none of that name
 * @param zone of the place: must be that of an existing place; when empty a new place gets {@link
 *     Fleet#DEFAULT_ZONE}
 * @param cellCount cells in series; 0 when unknown
 * @param nominalCapacityAh more than 0; NaN when unknown
 * @param nominalVoltageV more than 0; NaN when unknown
 * @param serialNumber at most 80 characters; empty when unknown
 * @param storagePeriod whole milliseconds, 1 s to 1 h
 * @param staleThreshold whole milliseconds, 2 s to 30 days
 * @param commissionedAt now when empty
 * @param parentCode an existing battery
 * @param details what is not said of a custom field is its default
 */
public record NewBattery(
    String code,
    String name,
    String type,
    String place,
    Optional<ZoneId> zone,
    Chemistry chemistry,
    int cellCount,
    double nominalCapacityAh,
    double nominalVoltageV,
    String serialNumber,
    String connectorId,
    Map<String, String> connectorSettings,
    Duration storagePeriod,
    Duration staleThreshold,
    BatteryStatus status,
    Optional<Instant> commissionedAt,
    Optional<String> parentCode,
    BatteryDetails details) {

  private static final int MAX_CELLS = 2000;

  public NewBattery {
    code = FleetText.code("code", code);
    name = name.isBlank() ? code : FleetText.name("name", name, 120);
    type = FleetText.name("type", type, 80);
    place = FleetText.name("place", place, 120);
    serialNumber = FleetText.optional("serialNumber", serialNumber, 80);
    connectorId = FleetText.name("connector", connectorId, 40);
    connectorSettings = Map.copyOf(connectorSettings);
    if (cellCount < 0 || cellCount > MAX_CELLS) {
      throw new InvalidException(
          "cellCount", "cellCount is %d; allowed: 0 to %d".formatted(cellCount, MAX_CELLS));
    }
    requirePositive("nominalCapacityAh", nominalCapacityAh);
    requirePositive("nominalVoltageV", nominalVoltageV);
    requireWithin("storagePeriod", storagePeriod, Duration.ofSeconds(1), Duration.ofHours(1));
    requireWithin("staleThreshold", staleThreshold, Duration.ofSeconds(2), Duration.ofDays(30));
    parentCode.ifPresent(parent -> FleetText.code("parent", parent));
  }

  /** What must be said of every battery; {@link NewBatteryBuilder} tells the defaults. */
  public static NewBatteryBuilder builder(
      String code, String type, String place, String connectorId) {
    return new NewBatteryBuilder(code, type, place, connectorId);
  }

  private static void requirePositive(String field, double value) {
    if (value <= 0 || Double.isInfinite(value)) {
      throw new InvalidException(field, field + " is " + value + "; allowed: more than 0");
    }
  }

  private static void requireWithin(String field, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0
        || value.compareTo(max) > 0
        || value.toNanosPart() % 1_000_000 != 0) {
      throw new InvalidException(
          field,
          "%s is %s; allowed: %s to %s in whole milliseconds".formatted(field, value, min, max));
    }
  }
}
