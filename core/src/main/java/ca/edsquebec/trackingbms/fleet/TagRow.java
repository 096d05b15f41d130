package ca.edsquebec.trackingbms.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "battery_tag")
@SuppressWarnings("UnusedVariable") // Only queries read it.
class TagRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "battery_id")
  private Long batteryId;

  private String tag;

  protected TagRow() {}

  TagRow(long batteryId, String tag) {
    this.batteryId = batteryId;
    this.tag = tag;
  }

  String tag() {
    return tag;
  }
}
