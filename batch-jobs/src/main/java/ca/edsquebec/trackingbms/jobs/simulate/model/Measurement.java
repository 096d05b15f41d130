package ca.edsquebec.trackingbms.jobs.simulate.model;

/**
 * What the battery's own BMS knows at one time.
 *
 * @param ts epoch milliseconds
 * @param current A, positive when charging
 * @param power W, positive when charging
 * @param soc % of the cells' charge
 * @param soh %
 * @param energyWh that is left
 * @param insulationKohm against earth
 * @param cells V, in order
 * @param temperatures °C, in order
 * @param limits what it may be asked for
 * @param undervoltage a cell is low enough to be warned of
 * @param overvoltage a cell is high enough to be warned of
 * @param overtemperature a sensor is hot enough to be warned of
 */
@SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
public record Measurement(
    long ts,
    double current,
    double packVoltage,
    double power,
    double soc,
    double soh,
    double energyWh,
    double insulationKohm,
    double[] cells,
    double[] temperatures,
    Limits limits,
    boolean undervoltage,
    boolean overvoltage,
    boolean overtemperature) {

  /** In A, A, V and V. */
  public record Limits(
      double chargeCurrent, double dischargeCurrent, double maxVoltage, double minVoltage) {}

  public boolean warns() {
    return undervoltage || overvoltage || overtemperature;
  }
}
