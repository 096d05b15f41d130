package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A battery as the API shows it; what is not known is absent.
 *
 * @param id opaque
 * @param nominalCapacity Ah
 * @param nominalVoltage V
 * @param storagePeriod seconds
 * @param staleThreshold seconds
 * @param freshness {@code live}, {@code stale} or {@code never}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatteryJson(
    String id,
    String code,
    String name,
    Named type,
    PlaceJson place,
    String chemistry,
    Integer cellCount,
    Double nominalCapacity,
    Double nominalVoltage,
    String serialNumber,
    String connector,
    Map<String, String> connectorSettings,
    double storagePeriod,
    double staleThreshold,
    String status,
    OffsetDateTime commissionedAt,
    String parent,
    String freshness) {

  /** A thing with an opaque id and a name. */
  record Named(String id, String name) {}

  static BatteryJson of(Battery battery, String freshness) {
    return new BatteryJson(
        battery.uid(),
        battery.code(),
        battery.name(),
        new Named(battery.type().uid(), battery.type().name()),
        PlaceJson.of(battery.place()),
        Parameters.jsonName(battery.chemistry()),
        battery.cellCount() == 0 ? null : battery.cellCount(),
        known(battery.nominalCapacityAh()),
        known(battery.nominalVoltageV()),
        battery.serialNumber(),
        battery.connectorId(),
        battery.connectorSettings(),
        battery.storagePeriod().toMillis() / 1000.0,
        battery.staleThreshold().toMillis() / 1000.0,
        Parameters.jsonName(battery.status()),
        battery.commissionedAt().atZone(battery.zone()).toOffsetDateTime(),
        battery.parentCode().orElse(null),
        freshness);
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
