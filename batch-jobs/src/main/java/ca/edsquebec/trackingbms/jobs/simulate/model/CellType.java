package ca.edsquebec.trackingbms.jobs.simulate.model;

/**
 * A cell at rest, and the voltages at which a BMS begins to warn. Textbook curves, rounded.
 *
 * @param curve state of charge in %, volts, % , volts … from 0 to 100 %
 * @param minVolts warned of below
 * @param maxVolts warned of above
 */
@SuppressWarnings("ArrayRecordComponent") // A constant, never compared.
record CellType(double[] curve, double minVolts, double maxVolts) {

  static final CellType LFP =
      new CellType(
          new double[] {
            0, 2.50, 2, 2.80, 5, 3.00, 10, 3.18, 20, 3.23, 30, 3.26, 40, 3.285, 50, 3.295, 60,
            3.305, 70, 3.325, 80, 3.335, 90, 3.345, 95, 3.36, 98, 3.40, 100, 3.50
          },
          3.00,
          3.60);

  static final CellType NMC =
      new CellType(
          new double[] {
            0, 3.00, 2, 3.08, 5, 3.32, 10, 3.45, 20, 3.55, 30, 3.60, 40, 3.64, 50, 3.69, 60, 3.77,
            70, 3.87, 80, 3.97, 90, 4.08, 95, 4.13, 98, 4.16, 100, 4.20
          },
          3.30,
          4.25);

  /** Volts without current at that state of charge in %; what is beyond 0 to 100 is at its end. */
  double volts(double soc) {
    double within = Math.max(0, Math.min(100, soc));
    int i = 0;
    while (i < curve.length - 4 && curve[i + 2] < within) {
      i += 2;
    }
    double share = (within - curve[i]) / (curve[i + 2] - curve[i]);
    return curve[i + 1] + share * (curve[i + 3] - curve[i + 1]);
  }
}
