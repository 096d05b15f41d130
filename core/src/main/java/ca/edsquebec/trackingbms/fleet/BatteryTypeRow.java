package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.RandomText;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "battery_type")
class BatteryTypeRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String uid;
  private String name;

  protected BatteryTypeRow() {}

  BatteryTypeRow(String name) {
    this.uid = RandomText.base32(FleetText.UID_LENGTH);
    this.name = name;
  }

  BatteryType toType() {
    return new BatteryType(id, uid, name);
  }
}
