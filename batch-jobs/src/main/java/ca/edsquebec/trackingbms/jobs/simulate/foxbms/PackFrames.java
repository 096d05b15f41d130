package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.List;

/** What is said of the pack as a whole and of its one string. */
final class PackFrames {

  private PackFrames() {}

  static List<Message> of(Measurement m) {
    return List.of(limits(m), values(m), insulation(m), charge(m), string(m), stringCharge(m));
  }

  private static Message limits(Measurement m) {
    Measurement.Limits limits = m.limits();
    return new Message(0x232)
        .with(Field.MAX_DISCHARGE_CURRENT, limits.dischargeCurrent())
        .with(Field.MAX_CHARGE_CURRENT, limits.chargeCurrent())
        .with(Field.MAX_DISCHARGE_POWER, limits.dischargeCurrent() * m.packVoltage())
        .with(Field.MAX_CHARGE_POWER, limits.chargeCurrent() * m.packVoltage())
        .with(Field.MAX_BATTERY_VOLTAGE, limits.maxVoltage())
        .with(Field.MIN_BATTERY_VOLTAGE, limits.minVoltage());
  }

  private static Message values(Measurement m) {
    return new Message(0x233)
        .with(Field.BATTERY_VOLTAGE, m.packVoltage())
        .with(Field.BUS_VOLTAGE, m.packVoltage())
        .with(Field.POWER, -m.power())
        .with(Field.CURRENT, -m.current());
  }

  private static Message insulation(Measurement m) {
    return new Message(0x234).with(Field.INSULATION, m.insulationKohm());
  }

  private static Message charge(Measurement m) {
    return new Message(0x235)
        .with(Field.MIN_SOC, m.soc())
        .with(Field.MAX_SOC, m.soc())
        .with(Field.MIN_SOE, m.soc())
        .with(Field.MAX_SOE, m.soc())
        .with(Field.SOH, m.soh())
        .with(Field.ENERGY, m.energyWh());
  }

  private static Message string(Measurement m) {
    return new Message(0x243)
        .with(Field.STRING_VOLTAGE, m.packVoltage())
        .with(Field.STRING_CURRENT, -m.current())
        .with(Field.STRING_POWER, -m.power());
  }

  private static Message stringCharge(Measurement m) {
    return new Message(0x245)
        .with(Field.STRING_MIN_SOC, m.soc())
        .with(Field.STRING_MAX_SOC, m.soc())
        .with(Field.STRING_MIN_SOE, m.soc())
        .with(Field.STRING_MAX_SOE, m.soc())
        .with(Field.STRING_SOH, m.soh())
        .with(Field.STRING_ENERGY, m.energyWh());
  }
}
