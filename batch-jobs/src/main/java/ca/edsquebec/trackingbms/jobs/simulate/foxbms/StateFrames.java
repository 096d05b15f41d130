package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.List;

/** What the BMS does and warns of (0x240 of the string, then 0x220 of the pack). */
final class StateFrames {

  private static final int NORMAL = 7;
  private static final int CHARGE = 9;

  private StateFrames() {}

  static List<Message> of(Measurement m) {
    boolean charging = m.current() > 0;
    return List.of(
        new Message(0x240)
            .with(Field.STRING_CONNECTED, true)
            .with(Field.UNDERVOLTAGE_MOL, m.undervoltage())
            .with(Field.OVERVOLTAGE_MOL, m.overvoltage())
            .with(Field.OVERTEMPERATURE_DISCHARGE_MOL, m.overtemperature()),
        new Message(0x220)
            .with(Field.CONNECTED_STRINGS, 1)
            .with(Field.BMS_STATE, charging ? CHARGE : NORMAL)
            .with(Field.INSULATION_MONITORING, true)
            .with(Field.GENERAL_WARNING, m.warns())
            .with(Field.CHARGING_FLAG, charging)
            .with(Field.INSULATION_COARSE, m.insulationKohm()));
  }
}
