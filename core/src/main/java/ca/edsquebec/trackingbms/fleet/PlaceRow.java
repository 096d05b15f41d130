package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.RandomText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;

@Entity
@Table(name = "place")
class PlaceRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String uid;
  private String name;

  @Column(name = "time_zone")
  private String zone;

  protected PlaceRow() {}

  PlaceRow(String name, ZoneId zone) {
    this.uid = RandomText.base32(FleetText.UID_LENGTH);
    this.name = name;
    this.zone = zone.getId();
  }

  Place toPlace() {
    return new Place(id, uid, name, ZoneId.of(zone));
  }
}
