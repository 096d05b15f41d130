package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.CustomField;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A battery as the API shows it; what is not known is absent.
 *
 * @param id opaque
 * @param nominalCapacity Ah
 * @param nominalVoltage V
 * @param storagePeriod seconds
 * @param staleThreshold seconds
 * @param customFields values of custom fields, by the field's code
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
    List<String> tags,
    Map<String, Object> customFields,
    String freshness) {

  /** A thing with an opaque id and a name. */
  record Named(String id, String name) {}

  /**
   * @param fields the client's, in use: what else a battery has values of is not shown
   */
  static BatteryJson of(Battery battery, List<CustomField> fields, String freshness) {
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
        battery.details().tags(),
        values(battery, fields),
        freshness);
  }

  /** By code: numbers and yes or no as JSON has them, all else as text. */
  private static Map<String, Object> values(Battery battery, List<CustomField> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (CustomField field : fields) {
      String text = battery.details().fields().get(field.code());
      if (text != null) {
        values.put(
            field.code(),
            switch (field.kind()) {
              case NUMBER -> new BigDecimal(text);
              case YES_NO -> Boolean.valueOf(text);
              case TEXT, DATE, LIST -> text;
            });
      }
    }
    return values;
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
