package ca.edsquebec.trackingbms.jobs.simulate.model;

import ca.edsquebec.trackingbms.measure.Chemistry;

/** What a battery is for, which decides how it is built and how it is used. */
public enum Kind {
  /** Shifts with a charge at lunch and one in the evening; half as much on Sundays. */
  FORKLIFT(Chemistry.LFP, 24, 8, 420, 76.8),

  /** Solar by day, peaks of the grid in the morning and the evening, topped up before dawn. */
  STATIONARY(Chemistry.LFP, 16, 4, 280, 51.2),

  /** A vehicle: four trips that brake back into the battery, charged in the evening. */
  MOBILE(Chemistry.NMC, 108, 18, 150, 394);

  private final Chemistry chemistry;
  private final int cells;
  private final int sensors;
  private final double capacityAh;
  private final double voltage;

  Kind(Chemistry chemistry, int cells, int sensors, double capacityAh, double voltage) {
    this.chemistry = chemistry;
    this.cells = cells;
    this.sensors = sensors;
    this.capacityAh = capacityAh;
    this.voltage = voltage;
  }

  public Chemistry chemistry() {
    return chemistry;
  }

  /** In series, unless a battery says otherwise. */
  public int cells() {
    return cells;
  }

  /** Of temperature. */
  public int sensors() {
    return sensors;
  }

  /** Ah, unless a battery says otherwise. */
  public double capacityAh() {
    return capacityAh;
  }

  /** V, nominal, with that many cells. */
  public double voltage() {
    return voltage;
  }
}
