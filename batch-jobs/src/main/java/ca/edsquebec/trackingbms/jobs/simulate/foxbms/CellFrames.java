package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.ArrayList;
import java.util.List;

/** Each cell (0x250) and sensor (0x260), and the extremes of both (0x231, 0x230). */
final class CellFrames {

  private static final List<Field> CELLS =
      List.of(Field.CELL_0, Field.CELL_1, Field.CELL_2, Field.CELL_3);

  /** 1 is valid, whatever the name in the CAN database says. */
  private static final List<Field> CELLS_VALID =
      List.of(Field.CELL_0_VALID, Field.CELL_1_VALID, Field.CELL_2_VALID, Field.CELL_3_VALID);

  private static final List<Field> SENSORS =
      List.of(
          Field.SENSOR_0,
          Field.SENSOR_1,
          Field.SENSOR_2,
          Field.SENSOR_3,
          Field.SENSOR_4,
          Field.SENSOR_5);

  private static final List<Field> SENSORS_VALID =
      List.of(
          Field.SENSOR_0_VALID,
          Field.SENSOR_1_VALID,
          Field.SENSOR_2_VALID,
          Field.SENSOR_3_VALID,
          Field.SENSOR_4_VALID,
          Field.SENSOR_5_VALID);

  /** As many as fit the four bits of an index. */
  private static final int MODULE_CELLS = 12;

  private CellFrames() {}

  static List<Message> of(Measurement m) {
    List<Message> messages = new ArrayList<>();
    messages.addAll(blocks(0x250, Field.CELL_BLOCK, CELLS, CELLS_VALID, m.cells()));
    messages.addAll(blocks(0x260, Field.SENSOR_BLOCK, SENSORS, SENSORS_VALID, m.temperatures()));
    messages.add(voltageExtremes(m.cells()));
    messages.add(temperatureExtremes(m.temperatures()));
    return messages;
  }

  private static List<Message> blocks(
      int id, Field block, List<Field> places, List<Field> valid, double[] values) {
    List<Message> messages = new ArrayList<>();
    for (int number = 0; number * places.size() < values.length; number++) {
      Message message = new Message(id).with(block, number);
      int first = number * places.size();
      for (int i = 0; i < places.size() && first + i < values.length; i++) {
        message.with(places.get(i), values[first + i]).with(valid.get(i), true);
      }
      messages.add(message);
    }
    return messages;
  }

  private static Message voltageExtremes(double[] cells) {
    int lowest = extreme(cells, -1);
    int highest = extreme(cells, 1);
    return new Message(0x231)
        .with(Field.MIN_VOLTAGE_CELL, lowest % MODULE_CELLS)
        .with(Field.MAX_VOLTAGE_CELL, highest % MODULE_CELLS)
        .with(Field.MIN_VOLTAGE_MODULE, module(lowest))
        .with(Field.MAX_VOLTAGE_MODULE, module(highest))
        .with(Field.MAX_CELL_VOLTAGE, cells[highest])
        .with(Field.MIN_CELL_VOLTAGE, cells[lowest]);
  }

  private static int module(int cell) {
    return cell / MODULE_CELLS;
  }

  private static Message temperatureExtremes(double[] sensors) {
    int coldest = extreme(sensors, -1);
    int hottest = extreme(sensors, 1);
    return new Message(0x230)
        .with(Field.MIN_TEMPERATURE_SENSOR, coldest)
        .with(Field.MAX_TEMPERATURE_SENSOR, hottest)
        .with(Field.MIN_TEMPERATURE, sensors[coldest])
        .with(Field.MAX_TEMPERATURE, sensors[hottest]);
  }

  /** Index of the greatest value when the sign is +1, of the least when it is −1. */
  private static int extreme(double[] values, int sign) {
    int found = 0;
    for (int i = 1; i < values.length; i++) {
      if (sign * values[i] > sign * values[found]) {
        found = i;
      }
    }
    return found;
  }
}
