package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * Each cell (0x250) and each sensor (0x260).
 *
 * <p>Against its name, {@code _invalidFlag} is 1 when the value is valid; the value itself stays in
 * the frame when it is not. Slots behind the last cell have flag 0 as well.
 */
final class Cells {

  private static final List<Slot> VOLTAGES = slots(CellMessages.TABLE.get(0x250), "CellVoltage", 4);
  private static final List<Slot> TEMPERATURES =
      slots(CellMessages.TABLE.get(0x260), "CellTemperature", 6);

  private record Slot(CanSignal value, CanSignal valid) {}

  private Cells() {}

  private static List<Slot> slots(CanMessage message, String kind, int count) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "%s_%03d".formatted(kind, i);
      slots.add(new Slot(message.signal(name), message.signal(name + "_invalidFlag")));
    }
    return slots;
  }

  static List<Reading> voltages(Message message, int cells) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < VOLTAGES.size(); i++) {
      int cell = message.mux() * VOLTAGES.size() + i;
      if (cell < cells) {
        readings.add(new Reading.Cell(cell, value(message, VOLTAGES.get(i))));
      }
    }
    return readings;
  }

  static List<Reading> temperatures(Message message, int sensors) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < TEMPERATURES.size(); i++) {
      int sensor = message.mux() * TEMPERATURES.size() + i;
      if (sensor < sensors) {
        readings.add(new Reading.Temperature(sensor, value(message, TEMPERATURES.get(i))));
      }
    }
    return readings;
  }

  private static double value(Message message, Slot slot) {
    return message.isSet(slot.valid) ? Values.plain(message, slot.value) : Double.NaN;
  }
}
