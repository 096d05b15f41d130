package ca.edsquebec.trackingbms.telemetry;

import java.util.Arrays;

/** Adds up batteries, slot by slot. */
final class TrendSum {

  private final double[] weights;
  private final double[] weightedSoc;
  private final double[] power;
  private final double[] temperatureMax;
  private final int[] reporting;

  TrendSum(int size) {
    weights = new double[size];
    weightedSoc = new double[size];
    power = new double[size];
    temperatureMax = new double[size];
    reporting = new int[size];
    Arrays.fill(power, Double.NaN);
    Arrays.fill(temperatureMax, Double.NaN);
  }

  int size() {
    return weights.length;
  }

  /** NaN where the battery does not know. */
  void add(int slot, double weight, float soc, float ownPower, float temperature) {
    reporting[slot]++;
    if (!Float.isNaN(soc)) {
      weights[slot] += weight;
      weightedSoc[slot] += weight * soc;
    }
    if (!Float.isNaN(ownPower)) {
      power[slot] = Double.isNaN(power[slot]) ? ownPower : power[slot] + ownPower;
    }
    if (!Float.isNaN(temperature) && !(temperatureMax[slot] >= temperature)) {
      temperatureMax[slot] = temperature;
    }
  }

  FleetTrend toTrend(long fromMillis, boolean complete) {
    double[] soc = new double[size()];
    Arrays.setAll(soc, i -> weights[i] > 0 ? weightedSoc[i] / weights[i] : Double.NaN);
    return new FleetTrend(fromMillis, soc, power, temperatureMax, reporting, complete);
  }
}
