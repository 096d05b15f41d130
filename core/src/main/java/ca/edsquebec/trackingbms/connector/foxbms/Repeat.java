package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A layout that the firmware sends again and again, for each string or each block of cells. The CAN
 * database stops at its own size; we go on as far as the battery does.
 *
 * @param setting name of the setting that says how many there are
 * @param perFrame strings, cells or sensors in one frame
 * @param known selector values that the CAN database has
 * @param size value of that setting
 */
record Repeat(String setting, int perFrame, int known, ToIntFunction<Settings> size) {

  private static final Repeat STRINGS = new Repeat("strings", 1, 1, Settings::strings);
  private static final Repeat CELLS = new Repeat("cells", 4, 54, Settings::cells);
  private static final Repeat SENSORS = new Repeat("sensors", 6, 30, Settings::sensors);

  private static final Map<Integer, Repeat> BY_ID =
      Map.ofEntries(
          Map.entry(0x240, STRINGS),
          Map.entry(0x241, STRINGS),
          Map.entry(0x242, STRINGS),
          Map.entry(0x243, STRINGS),
          Map.entry(0x244, STRINGS),
          Map.entry(0x245, STRINGS),
          Map.entry(0x250, CELLS),
          Map.entry(0x270, CELLS),
          Map.entry(0x260, SENSORS),
          Map.entry(0x280, SENSORS));

  static Optional<Repeat> of(int id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * @throws FrameException when neither the CAN database nor the battery has that selector value
   */
  void check(CanMessage type, int mux, Settings settings) throws FrameException {
    int have = size.applyAsInt(settings);
    if (mux >= known && mux * perFrame >= have) {
      throw new FrameException(
          "multiplexer %d of %s is beyond the battery: setting %s is %d"
              .formatted(mux, type.name(), setting, have));
    }
  }

  /** {@code CellVoltage_001_invalidFlag} of block 2 is {@code CellVoltage_009_invalidFlag}. */
  String name(String first, int mux) {
    int at = first.indexOf("_00") + 1;
    if (perFrame == 1 || at == 0) {
      return first;
    }
    int index = Integer.parseInt(first, at, at + 3, 10) + mux * perFrame;
    return first.substring(0, at) + "%03d".formatted(index) + first.substring(at + 3);
  }
}
