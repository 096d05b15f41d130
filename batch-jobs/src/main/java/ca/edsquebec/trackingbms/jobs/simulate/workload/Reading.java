package ca.edsquebec.trackingbms.jobs.simulate.workload;

import ca.edsquebec.trackingbms.measure.BatteryState;

/** What one battery says at one time, in whole steps; filled again and again. For one thread. */
final class Reading {

  /** mV. */
  int packVoltage;

  /** mA, + charging. */
  int current;

  /** 0.1 W, + charging. */
  int power;

  /** 0.01 %. */
  int soc;

  /** 0.01 %. */
  int soh;

  /** mV. */
  final int[] cells = new int[Bms1.CELLS];

  /** 0.1 °C. */
  final int[] temperatures = new int[Bms1.SENSORS];

  BatteryState state() {
    return current > 0
        ? BatteryState.CHARGING
        : current < 0 ? BatteryState.DISCHARGING : BatteryState.IDLE;
  }

  static int min(int[] values) {
    int min = values[0];
    for (int value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  static int max(int[] values) {
    int max = values[0];
    for (int value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** mV, rounded. */
  int cellAverage() {
    return (int) Math.rint(packVoltage / (double) cells.length);
  }
}
