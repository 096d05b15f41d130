package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;

/** What the BMS is doing (0x220), and the insulation, which depends on it (0x234). */
final class State {

  /** The firmware's own default for «no current flows» (200 mA). */
  private static final double REST_CURRENT_A = 0.2;

  private static final CanMessage BMS = StateMessages.TABLE.get(0x220);
  private static final CanSignal STATE = BMS.signal("BmsState");
  private static final CanSignal CHARGING_FLAG = BMS.signal("BmsChargingFlag");
  private static final CanSignal MONITORING = BMS.signal("InsulationMonitoring");
  private static final CanSignal COARSE_INSULATION = BMS.signal("InsulationResistance");
  private static final CanSignal INSULATION =
      PackMessages.TABLE.get(0x234).signal("InsulationResistance");

  private boolean monitoringOff;
  private boolean fineInsulationHeard;

  State copy() {
    State copy = new State();
    copy.monitoringOff = monitoringOff;
    copy.fineInsulationHeard = fineInsulationHeard;
    return copy;
  }

  /**
   * @param current amperes, positive when charging; NaN when not known
   */
  List<Reading> bms(Message message, double current) {
    monitoringOff = !message.isSet(MONITORING);
    Reading doing = new Reading.State(state(message, current));
    boolean coarseIsWanted = monitoringOff || !fineInsulationHeard;
    return coarseIsWanted ? List.of(doing, insulation(message, COARSE_INSULATION)) : List.of(doing);
  }

  /** 7 kΩ a step, where 0x220 has 200 kΩ. */
  List<Reading> insulation(Message message) {
    fineInsulationHeard = true;
    return List.of(insulation(message, INSULATION));
  }

  /** Without a monitor the firmware sends 0 kΩ, which would be a dead short to earth. */
  private Reading insulation(Message message, CanSignal signal) {
    double value = monitoringOff ? Double.NaN : Values.plain(message, signal);
    return new Reading.Scalar(Metric.INSULATION, value);
  }

  /**
   * With its contactors closed (NORMAL, DISCHARGE, CHARGE) a pack may carry current either way, so
   * the current decides, and the state only where the current is not known.
   */
  private static BatteryState state(Message message, double current) {
    int state = (int) message.raw(STATE);
    return switch (state) {
      case 3, 4, 5, 6 -> BatteryState.IDLE; // IDLE, OPEN_CONTACTORS, STANDBY, PRECHARGE
      case 7, 8, 9 -> // NORMAL, DISCHARGE, CHARGE
          Double.isNaN(current)
              ? withoutCurrent(state, message.isSet(CHARGING_FLAG))
              : byCurrent(current);
      case 10 -> BatteryState.FAULT; // ERROR
      default -> BatteryState.UNKNOWN; // starting up, or undefined
    };
  }

  private static BatteryState byCurrent(double current) {
    if (Math.abs(current) <= REST_CURRENT_A) {
      return BatteryState.IDLE;
    }
    return current > 0 ? BatteryState.CHARGING : BatteryState.DISCHARGING;
  }

  private static BatteryState withoutCurrent(int state, boolean chargingFlag) {
    if (chargingFlag || state == 9) {
      return BatteryState.CHARGING;
    }
    return state == 8 ? BatteryState.DISCHARGING : BatteryState.UNKNOWN;
  }
}
