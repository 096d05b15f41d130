package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.RandomText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "battery")
@SuppressWarnings("UnusedVariable") // Queries read the type.
class BatteryRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String uid;

  @Column(updatable = false)
  private String code;

  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "type_id")
  private BatteryTypeRow type;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private BatteryRow parent;

  private String chemistry;

  @Column(name = "cell_count")
  private int cellCount;

  @Column(name = "nominal_capacity_ah")
  private Double nominalCapacityAh;

  @Column(name = "nominal_voltage_v")
  private Double nominalVoltageV;

  @Column(name = "serial_number")
  private String serialNumber;

  @Column(name = "connector_id")
  private String connectorId;

  @Column(name = "connector_settings")
  private String connectorSettings;

  @Column(name = "storage_period_ms")
  private long storagePeriodMillis;

  @Column(name = "stale_threshold_ms")
  private long staleThresholdMillis;

  private String status;

  @Column(name = "commissioned_at")
  private Instant commissionedAt;

  protected BatteryRow() {}

  BatteryRow(NewBattery battery, BatteryTypeRow type, Instant commissionedAt) {
    this.uid = RandomText.base32(FleetText.UID_LENGTH);
    this.code = battery.code();
    this.name = battery.name();
    this.type = type;
    this.chemistry = battery.chemistry().name();
    this.cellCount = battery.cellCount();
    this.nominalCapacityAh = orNull(battery.nominalCapacityAh());
    this.nominalVoltageV = orNull(battery.nominalVoltageV());
    this.serialNumber = battery.serialNumber();
    this.connectorId = battery.connectorId();
    this.connectorSettings = SettingsJson.write(battery.connectorSettings());
    this.storagePeriodMillis = battery.storagePeriod().toMillis();
    this.staleThresholdMillis = battery.staleThreshold().toMillis();
    this.status = battery.status().name();
    this.commissionedAt = commissionedAt;
  }

  void setStatus(BatteryStatus value) {
    status = value.name();
  }

  void setConnectorSettings(Map<String, String> given) {
    connectorSettings = SettingsJson.write(given);
  }

  BatteryStatus status() {
    return BatteryStatus.valueOf(status);
  }

  void setParent(BatteryRow value) {
    parent = value;
  }

  Long id() {
    return id;
  }

  BatteryRow parent() {
    return parent;
  }

  String code() {
    return code;
  }

  /** The rows beside it are given, so that reading a list follows no relation. */
  Battery toBattery(
      BatteryTypeRow itsType, PlaceRow itsPlace, String parentCode, BatteryDetails details) {
    return new Battery(
        id,
        uid,
        code,
        name,
        itsType.toType(),
        itsPlace.toPlace(),
        Chemistry.valueOf(chemistry),
        cellCount,
        orNaN(nominalCapacityAh),
        orNaN(nominalVoltageV),
        serialNumber,
        connectorId,
        SettingsJson.read(connectorSettings),
        Duration.ofMillis(storagePeriodMillis),
        Duration.ofMillis(staleThresholdMillis),
        BatteryStatus.valueOf(status),
        commissionedAt,
        Optional.ofNullable(parentCode),
        details);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static double orNaN(Double value) {
    return value == null ? Double.NaN : value;
  }
}
