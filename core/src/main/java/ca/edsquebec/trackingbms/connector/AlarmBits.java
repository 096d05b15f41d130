package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The bits of an alarm word, read from a table of bit, the device's name, canonical code and level
 * in each line; {@code -} in place of the code for a bit that tells a state and no alarm. A bit
 * that the table does not know is the alarm {@code OTHER}.
 */
public final class AlarmBits {

  private final Bit[] bits = new Bit[Long.SIZE];

  private record Bit(String name, AlarmCode code, AlarmLevel level) {}

  private AlarmBits() {}

  /**
   * @throws IllegalArgumentException naming the line that is not like a table
   */
  public static AlarmBits table(String table) {
    AlarmBits all = new AlarmBits();
    for (String line : table.split("\n")) {
      if (!line.isBlank()) {
        all.add(line.strip(), line.strip().split(" +"));
      }
    }
    return all;
  }

  private void add(String line, String[] cells) {
    if (cells.length < 3) {
      throw new IllegalArgumentException("not an alarm bit: " + line);
    }
    boolean isState = cells[2].equals("-");
    bits[Integer.parseInt(cells[0])] =
        new Bit(
            cells[1],
            isState ? null : AlarmCode.named(cells[2]).orElseThrow(),
            isState ? null : AlarmLevel.named(cells[3]).orElseThrow());
  }

  /** The device's names of the bits that are set, from the lowest; {@code bit15} for an unknown. */
  public List<String> names(long word) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      if ((word >>> i & 1) != 0) {
        names.add(bits[i] == null ? "bit" + i : bits[i].name);
      }
    }
    return names;
  }

  /** All that they can raise. */
  public Set<AlarmCode> codes() {
    Set<AlarmCode> codes = EnumSet.of(AlarmCode.OTHER);
    for (Bit bit : bits) {
      if (bit != null && bit.code != null) {
        codes.add(bit.code);
      }
    }
    return codes;
  }

  /** The alarms of the bits that are set. */
  public List<Alarm> raised(long word) {
    List<Alarm> raised = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      if ((word >>> i & 1) == 0) {
        continue;
      }
      if (bits[i] == null) {
        raised.add(new Alarm(AlarmCode.OTHER, AlarmLevel.WARNING, "bit" + i));
      } else if (bits[i].code != null) {
        raised.add(new Alarm(bits[i].code, bits[i].level, bits[i].name));
      }
    }
    return raised;
  }
}
