package ca.edsquebec.trackingbms.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "custom_value")
@SuppressWarnings("UnusedVariable") // Queries read it.
class CustomValueRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "battery_id")
  private Long batteryId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "field_id")
  private CustomFieldRow field;

  private String value;

  protected CustomValueRow() {}

  CustomValueRow(long batteryId, CustomFieldRow field, String value) {
    this.batteryId = batteryId;
    this.field = field;
    this.value = value;
  }

  CustomFieldRow field() {
    return field;
  }

  void setValue(String changed) {
    value = changed;
  }
}
