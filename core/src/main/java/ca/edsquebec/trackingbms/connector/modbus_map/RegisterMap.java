package ca.edsquebec.trackingbms.connector.modbus_map;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The registers of one kind of battery.
 *
 * @param name lower case, as the setting {@code map} has it
 * @param fields numbers; their places are register numbers
 * @param alarms by register, the bits of a word
 * @param blocks what is read at a time, in that order; no two of the same count
 */
record RegisterMap(
    String name, FieldTable fields, Map<Integer, AlarmBits> alarms, List<Block> blocks) {

  /**
   * Registers that are read at a time.
   *
   * @param function 3 for holding registers, 4 for input registers
   */
  record Block(int function, int first, int count) {}

  RegisterMap {
    alarms = Map.copyOf(alarms);
    blocks = List.copyOf(blocks);
  }

  /** The first register of the only block that has so many. */
  OptionalInt firstOf(int count) {
    return blocks.stream().filter(b -> b.count() == count).mapToInt(Block::first).findFirst();
  }
}
