package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.jobs.simulate.feed.SimulatedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A battery of the demo: where it stands, what it is, how it fares, and what reads it. */
record DemoBattery(
    String client,
    String code,
    String name,
    String place,
    Kind kind,
    Fate fate,
    String connector) {

  /** How it fares. */
  enum Fate {
    WELL,
    /** One of its cells is weak: its BMS warns. */
    WARNS,
    /** It fell silent 40 min before the demo began. */
    STALE,
    /** It never sent anything. */
    NEVER_HEARD
  }

  static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private static final Duration SILENT_FOR = Duration.ofMinutes(40);

  private static final String TABLE =
      """
      laval | LAV-01 | Chariot élévateur 1  | Entrepôt Chomedey       | FORKLIFT   | WELL        | foxbms
      laval | LAV-02 | Chariot élévateur 2  | Entrepôt Chomedey       | FORKLIFT   | WARNS       | foxbms
      laval | LAV-03 | Chariot élévateur 3  | Entrepôt Chomedey       | FORKLIFT   | WELL        | foxbms
      laval | LAV-04 | Chariot élévateur 4  | Entrepôt Chomedey       | FORKLIFT   | WELL        | foxbms
      laval | LAV-05 | Transpalette 1       | Entrepôt Chomedey       | FORKLIFT   | STALE       | foxbms
      laval | LAV-06 | Chariot élévateur 5  | Entrepôt Chomedey       | FORKLIFT   | WELL        | foxbms
      laval | LAV-07 | Réserve toit         | Hôtel de ville          | STATIONARY | WELL        | foxbms
      laval | LAV-08 | Réserve sous-sol     | Hôtel de ville          | STATIONARY | WELL        | foxbms
      laval | LAV-09 | Réserve annexe       | Hôtel de ville          | STATIONARY | NEVER_HEARD | foxbms
      nord  | NRD-01 | Serre solaire        | Serre de Saint-Félicien | STATIONARY | WELL        | foxbms
      nord  | NRD-02 | Camion atelier       | Garage d'Alma           | MOBILE     | WELL        | foxbms
      nord  | NRD-03 | Serre, appoint       | Serre de Saint-Félicien | STATIONARY | WELL        | foxbms
      nord  | NRD-04 | Camion de livraison  | Garage d'Alma           | MOBILE     | WELL        | foxbms
      nord  | NRD-05 | Chariot du garage    | Garage d'Alma           | FORKLIFT   | WELL        | foxbms
      nord  | NRD-06 | Serre, pompes        | Serre de Saint-Félicien | STATIONARY | WELL        | greenbms
      nord  | NRD-07 | Réserve du bureau    | Garage d'Alma           | STATIONARY | WELL        | thingset
      nord  | NRD-08 | Nacelle              | Garage d'Alma           | FORKLIFT   | WELL        | jbd
      """;

  /** All of them, of both clients. */
  static final List<DemoBattery> ALL = TABLE.lines().map(DemoBattery::of).toList();

  private static DemoBattery of(String line) {
    String[] cells = line.strip().split(" *\\| *");
    return new DemoBattery(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        Kind.valueOf(cells[4]),
        Fate.valueOf(cells[5]),
        cells[6]);
  }

  /** Whether the portal asks it; the others send. */
  boolean isAsked() {
    return !connector.equals("foxbms");
  }

  NewBattery description() {
    return NewBattery.builder(code, type(), place, connector)
        .name(name)
        .zone(ZONE)
        .chemistry(kind.chemistry())
        .cellCount(kind.cells())
        .nominalCapacityAh(kind.capacityAh())
        .nominalVoltageV(kind.voltage())
        .connectorSettings(
            isAsked()
                ? Map.of()
                : Map.of(
                    "cells", Integer.toString(kind.cells()),
                    "sensors", Integer.toString(kind.sensors())))
        .storagePeriod(Duration.ofSeconds(5))
        .staleThreshold(Duration.ofSeconds(30))
        .build();
  }

  private String type() {
    return switch (kind) {
      case FORKLIFT -> "Chariots";
      case STATIONARY -> "Stationnaire";
      case MOBILE -> "Mobile";
    };
  }

  /**
   * @param start of the demo
   * @return empty when it never sends anything
   */
  Optional<SimulatedBattery> simulated(Instant start) {
    List<Fault> faults =
        switch (fate) {
          case WARNS -> List.of(Fault.always(Fault.What.WEAK_CELL));
          case STALE -> List.of(Fault.since(Fault.What.SILENT, start.minus(SILENT_FOR)));
          case WELL, NEVER_HEARD -> List.of();
        };
    return fate == Fate.NEVER_HEARD
        ? Optional.empty()
        : Optional.of(
            new SimulatedBattery(
                code, new BatteryModel(code, kind, kind.cells(), kind.capacityAh(), ZONE, faults)));
  }
}
