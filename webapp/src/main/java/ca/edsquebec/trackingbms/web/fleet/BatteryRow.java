package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.web.page.Spark;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A battery in the list. What is not known is NaN or empty.
 *
 * @param build chemistry, cells in series and BMS, in words
 * @param reason why its condition is what it is
 * @param gateway name of the silent gateway that it is behind; empty when it is behind none
 * @param soc of the last 24 h
 */
public record BatteryRow(BatteryNow now, String build, String reason, String gateway, Spark soc) {

  static BatteryRow of(BatteryNow now, String gateway, Spark soc, Texts texts) {
    return new BatteryRow(now, build(now.battery(), texts), reason(now, texts), gateway, soc);
  }

  private static String build(Battery battery, Texts texts) {
    List<String> parts = new ArrayList<>();
    if (battery.chemistry() != Chemistry.OTHER) {
      parts.add(texts.of("chemistry." + Parameters.jsonName(battery.chemistry())));
    }
    if (battery.cellCount() > 0) {
      parts.add(battery.cellCount() + "S");
    }
    String id = battery.connectorId();
    parts.add(Connectors.withId(id).map(Connector::displayName).orElse(id));
    return String.join(" · ", parts);
  }

  private static String reason(BatteryNow now, Texts texts) {
    return switch (now.condition()) {
      case CRITICAL, WARNING ->
          texts.of(
              now.worstAlarm()
                  .map(alarm -> "alarm." + alarm.code().jsonName())
                  .orElse("fleet.fault"));
      case STALE, UNKNOWN, NORMAL -> "";
    };
  }

  /** As in addresses. */
  public String condition() {
    return now.condition().jsonName();
  }

  public boolean isStale() {
    return now.condition() == Condition.STALE;
  }

  /** As in the parts of pages; empty when the current is not known. */
  public String flow() {
    return now.flow().map(flow -> flow.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** As it was last reported, in the unit of the metric. */
  public double value(Metric metric) {
    return now.value(metric);
  }
}
