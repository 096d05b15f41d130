package ca.edsquebec.trackingbms.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "placement")
@SuppressWarnings("UnusedVariable") // Only queries read it.
class PlacementRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "battery_id")
  private BatteryRow battery;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "place_id")
  private PlaceRow place;

  private Instant since;

  protected PlacementRow() {}

  PlacementRow(BatteryRow battery, PlaceRow place, Instant since) {
    this.battery = battery;
    this.place = place;
    this.since = since;
  }

  void correct(PlaceRow other) {
    place = other;
  }
}
