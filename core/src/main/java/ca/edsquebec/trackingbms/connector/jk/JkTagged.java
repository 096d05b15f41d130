package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tagged answer: a tag, and a value whose length the tag implies. */
final class JkTagged {

  private static final int TAGS = 11;
  private static final int TRAILER = 9;
  private static final int CELLS = 0x79;
  private static final int CURRENT = 0x84;
  private static final int ALARM = 0x8B;
  private static final int STATUS = 0x8C;
  private static final int VERSION = 0xC0;

  static final AlarmBits ALARMS =
      AlarmBits.table(
          """
          0   low_capacity               low-soc                     warning
          1   mosfet_overtemperature     internal-overtemperature    critical
          2   charge_overvoltage         pack-overvoltage            critical
          3   discharge_undervoltage     pack-undervoltage           critical
          4   battery_overtemperature    discharge-overtemperature   critical
          5   charge_overcurrent         charge-overcurrent          critical
          6   discharge_overcurrent      discharge-overcurrent       critical
          7   cell_voltage_difference    cell-imbalance              critical
          8   box_overtemperature        internal-overtemperature    critical
          9   battery_undertemperature   charge-undertemperature     critical
          10  cell_overvoltage           cell-overvoltage            critical
          11  cell_undervoltage          cell-undervoltage           critical
          12  309_a_protection           bms-internal-fault          critical
          13  309_b_protection           bms-internal-fault          critical
          """);

  private JkTagged() {}

  static Optional<Decoded> read(byte[] telegram) throws FrameException {
    int type = Bytes.u8(telegram, 10);
    if (type == 0) {
      return Optional.empty();
    }
    Map<Integer, byte[]> values = JkTags.split(telegram, TAGS, telegram.length - TRAILER);
    Decoded said = new Decoded();
    said.show("terminal", Bytes.hex(telegram, 4, 8));
    said.show("command", "0x%02X".formatted(Bytes.u8(telegram, 8)));
    said.show("frame_source", BigDecimal.valueOf(Bytes.u8(telegram, 9)));
    said.show("transport_type", BigDecimal.valueOf(type));
    byte[] cells = values.get(CELLS);
    if (cells != null) {
      said.cells(cells(cells));
    }
    temperatures(values, said);
    for (JkTags.Scalar scalar : JkTags.SCALARS) {
      byte[] value = values.get(scalar.tag());
      if (value != null) {
        said.number(scalar.name(), scalar.value(value), scalar.meaning());
      }
    }
    current(values, said);
    switches(values, said);
    JkTags.TEXTS.forEach(
        (tag, name) -> {
          byte[] text = values.get(tag);
          if (text != null) {
            said.show(name, JkTags.text(text));
          }
        });
    return Optional.of(said);
  }

  private static List<BigDecimal> cells(byte[] value) {
    List<BigDecimal> volts = new ArrayList<>();
    for (int i = 0; i + 2 < value.length; i += 3) {
      volts.add(Field.decimal(Bytes.u16(value, i + 1), 3));
    }
    return volts;
  }

  /** Up to 100 as it is, from 101 on below zero. */
  private static BigDecimal celsius(byte[] value) {
    int raw = Bytes.u16(value, 0);
    return BigDecimal.valueOf(raw > 100 ? 100 - raw : raw);
  }

  private static void temperatures(Map<Integer, byte[]> values, Decoded said) {
    byte[] switches = values.get(0x80);
    if (switches != null) {
      said.number("mosfet_temp_C", celsius(switches), "mosfetTemperature");
    }
    List<BigDecimal> probes = new ArrayList<>();
    for (int tag : new int[] {0x81, 0x82}) {
      if (values.containsKey(tag)) {
        probes.add(celsius(values.get(tag)));
      }
    }
    said.temperatures(probes, null);
  }

  /**
   * Two ways to write it, by the version of the protocol; when that was not reached it is not
   * known, since each number means a current in both.
   */
  private static void current(Map<Integer, byte[]> values, Decoded said) {
    byte[] version = values.get(VERSION);
    byte[] current = values.get(CURRENT);
    if (current == null) {
      return;
    }
    int raw = Bytes.u16(current, 0);
    if (version == null) {
      said.show("current_raw", BigDecimal.valueOf(raw));
      said.mean("current", Double.NaN);
      return;
    }
    int magnitude = raw & 0x7FFF;
    int signed = (raw & 0x8000) != 0 ? magnitude : -magnitude;
    said.number("current_A", Field.decimal(version[0] == 1 ? signed : 10_000 - raw, 2), "current");
  }

  private static void switches(Map<Integer, byte[]> values, Decoded said) {
    byte[] alarm = values.get(ALARM);
    if (alarm != null) {
      said.show("alarm_bits", BigDecimal.valueOf(Bytes.u16(alarm, 0)));
      said.alarms("8B", ALARMS, Bytes.u16(alarm, 0));
    }
    byte[] status = values.get(STATUS);
    if (status != null) {
      int bits = Bytes.u16(status, 0);
      said.show("status_bits", BigDecimal.valueOf(bits));
      said.chargeAllowed("charge_fet", (bits & 1) != 0);
      said.dischargeAllowed("discharge_fet", (bits & 2) != 0);
      said.show("balancing", (bits & 4) != 0);
    }
  }
}
