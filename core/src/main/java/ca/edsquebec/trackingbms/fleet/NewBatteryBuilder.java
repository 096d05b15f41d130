package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Describes a battery to add; whatever is not said has the default that stands here. */
public final class NewBatteryBuilder {

  private final String code;
  private final String type;
  private final String place;
  private final String connectorId;
  private String name = "";
  private Optional<ZoneId> zone = Optional.empty();
  private Chemistry chemistry = Chemistry.OTHER;
  private int cellCount;
  private double nominalCapacityAh = Double.NaN;
  private double nominalVoltageV = Double.NaN;
  private String serialNumber = "";
  private Map<String, String> connectorSettings = Map.of();
  private Duration storagePeriod = Duration.ofSeconds(5);
  private Duration staleThreshold = Duration.ofSeconds(60);
  private BatteryStatus status = BatteryStatus.IN_SERVICE;
  private Optional<Instant> commissionedAt = Optional.empty();
  private Optional<String> parentCode = Optional.empty();
  private BatteryDetails details = BatteryDetails.NONE;

  NewBatteryBuilder(String code, String type, String place, String connectorId) {
    this.code = code;
    this.type = type;
    this.place = place;
    this.connectorId = connectorId;
  }

  public NewBatteryBuilder name(String value) {
    name = value;
    return this;
  }

  public NewBatteryBuilder zone(ZoneId value) {
    zone = Optional.of(value);
    return this;
  }

  public NewBatteryBuilder chemistry(Chemistry value) {
    chemistry = value;
    return this;
  }

  public NewBatteryBuilder cellCount(int value) {
    cellCount = value;
    return this;
  }

  public NewBatteryBuilder nominalCapacityAh(double value) {
    nominalCapacityAh = value;
    return this;
  }

  public NewBatteryBuilder nominalVoltageV(double value) {
    nominalVoltageV = value;
    return this;
  }

  public NewBatteryBuilder serialNumber(String value) {
    serialNumber = value;
    return this;
  }

  public NewBatteryBuilder connectorSettings(Map<String, String> value) {
    connectorSettings = value;
    return this;
  }

  public NewBatteryBuilder storagePeriod(Duration value) {
    storagePeriod = value;
    return this;
  }

  public NewBatteryBuilder staleThreshold(Duration value) {
    staleThreshold = value;
    return this;
  }

  public NewBatteryBuilder status(BatteryStatus value) {
    status = value;
    return this;
  }

  public NewBatteryBuilder commissionedAt(Instant value) {
    commissionedAt = Optional.of(value);
    return this;
  }

  public NewBatteryBuilder parent(String value) {
    parentCode = Optional.of(value);
    return this;
  }

  public NewBatteryBuilder details(BatteryDetails value) {
    details = value;
    return this;
  }

  /**
   * @throws ca.edsquebec.trackingbms.platform.InvalidException as {@link NewBattery}
   */
  public NewBattery build() {
    return new NewBattery(
        code,
        name,
        type,
        place,
        zone,
        chemistry,
        cellCount,
        nominalCapacityAh,
        nominalVoltageV,
        serialNumber,
        connectorId,
        connectorSettings,
        storagePeriod,
        staleThreshold,
        status,
        commissionedAt,
        parentCode,
        details);
  }
}
