package ca.edsquebec.trackingbms.jobs.battery;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.TreeMap;

/** A battery as it is told, in the names and units of the API: Ah, V, seconds. */
final class BatteryFields {

  private BatteryFields() {}

  static Fields of(TenantId tenant, Battery battery) {
    return new Fields()
        .with("client", tenant.slug())
        .with("id", battery.uid())
        .with("code", battery.code())
        .with("name", battery.name())
        .with("type", battery.type().name())
        .with("place", battery.place().name())
        .with("zone", battery.zone().getId())
        .with("chemistry", Choice.word(battery.chemistry()))
        .with("cellCount", battery.cellCount() == 0 ? null : battery.cellCount())
        .with("nominalCapacity", battery.nominalCapacityAh())
        .with("nominalVoltage", battery.nominalVoltageV())
        .with("serialNumber", battery.serialNumber())
        .with("connector", battery.connectorId())
        .with("connectorSettings", new TreeMap<>(battery.connectorSettings()))
        .with("storagePeriod", battery.storagePeriod().toMillis() / 1000.0)
        .with("staleThreshold", battery.staleThreshold().toMillis() / 1000.0)
        .with("status", Choice.word(battery.status()))
        .with("commissionedAt", battery.commissionedAt())
        .with("parent", battery.parentCode())
        .with("tags", battery.details().tags())
        .with("customFields", new TreeMap<>(battery.details().fields()));
  }
}
