package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alarms in both dialects: bits in 0x359, pairs of bits in 0x35A, of which 01 says active, 10
 * inactive and 00 not supported.
 */
final class Can35xAlarms {

  private record Row(int place, String name, AlarmCode code) {}

  /** 0x359: bit of the two bytes of protections, and of the two of warnings. */
  private static final List<Row> BITS =
      rows(
          """
          1   pack_overvoltage       pack-overvoltage
          2   pack_undervoltage      pack-undervoltage
          3   overtemperature        discharge-overtemperature
          4   undertemperature       discharge-undertemperature
          7   discharge_overcurrent  discharge-overcurrent
          8   charge_overcurrent     charge-overcurrent
          11  system_error           bms-internal-fault
          """);

  /** 0x35A: pair of the four bytes of alarms, and of the four of warnings. */
  private static final List<Row> PAIRS =
      rows(
          """
          0   general                   unspecified
          1   high_voltage              pack-overvoltage
          2   low_voltage               pack-undervoltage
          3   high_temperature          discharge-overtemperature
          4   low_temperature           discharge-undertemperature
          5   high_temperature_charge   charge-overtemperature
          6   low_temperature_charge    charge-undertemperature
          7   discharge_overcurrent     discharge-overcurrent
          8   charge_overcurrent        charge-overcurrent
          9   contactor                 contactor-fault
          10  short_circuit             short-circuit
          11  internal                  bms-internal-fault
          12  cell_imbalance            cell-imbalance
          """);

  private static final int MODULES = 4;

  private Can35xAlarms() {}

  private static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    for (String line : table.strip().split("\n")) {
      String[] cells = line.strip().split(" +");
      rows.add(
          new Row(Integer.parseInt(cells[0]), cells[1], AlarmCode.named(cells[2]).orElseThrow()));
    }
    return List.copyOf(rows);
  }

  /** All that they can raise. */
  static List<AlarmCode> codes() {
    return Stream.of(BITS, PAIRS).flatMap(List::stream).map(Row::code).toList();
  }

  /** Of at least five bytes. */
  static void bits(byte[] data, Decoded said) {
    List<Alarm> raised = new ArrayList<>();
    int protections = Bytes.u16Little(data, 0);
    int warnings = Bytes.u16Little(data, 2);
    said.show("protections", active(BITS, protections, 1, 1, AlarmLevel.CRITICAL, raised));
    said.show("warnings", active(BITS, warnings, 1, 1, AlarmLevel.WARNING, raised));
    said.number("module_count", BigDecimal.valueOf(Bytes.u8(data, MODULES)), "+modules");
    said.say(new Reading.Alarms("359", raised));
  }

  /** Of eight bytes. */
  static void pairs(byte[] data, Decoded said) {
    List<Alarm> raised = new ArrayList<>();
    long alarms = Bytes.unsignedLittle(data, 0, 4);
    long warnings = Bytes.unsignedLittle(data, 4, 4);
    said.show("alarms", active(PAIRS, alarms, 2, 0b11, AlarmLevel.CRITICAL, raised));
    said.show("warnings", active(PAIRS, warnings, 2, 0b11, AlarmLevel.WARNING, raised));
    said.say(new Reading.Alarms("35A", raised));
  }

  /** Names of the rows whose place holds a 1. */
  private static List<String> active(
      List<Row> rows, long word, int width, int mask, AlarmLevel level, List<Alarm> raised) {
    List<String> names = new ArrayList<>();
    for (Row row : rows) {
      if ((word >> (row.place * width) & mask) == 1) {
        names.add(row.name);
        raised.add(new Alarm(row.code, level, row.name));
      }
    }
    return names;
  }
}
