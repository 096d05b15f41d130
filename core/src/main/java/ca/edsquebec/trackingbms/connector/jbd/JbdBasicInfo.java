package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Function 0x03: the pack. Newer firmware appends more, which is shown and not understood. */
final class JbdBasicInfo {

  static final FieldTable PACK =
      FieldTable.parse(
          """
          voltage_V         0   u16  0.01  packVoltage
          current_A         2   s16  0.01  current
          remaining_Ah      4   u16  0.01  remainingCapacity
          nominal_Ah        6   u16  0.01  +nominalCapacity
          cycles            8   u16  1     cycles
          balance_bits_raw  12  u32  1     -
          protection_bits   16  u16  1     -
          soc_pct           19  u8   1     soc
          cell_count        21  u8   1     -
          ntc_count         22  u8   1     -
          """);

  static final AlarmBits PROTECTION =
      AlarmBits.table(
          """
          0   cell_overvoltage            cell-overvoltage            critical
          1   cell_undervoltage           cell-undervoltage           critical
          2   pack_overvoltage            pack-overvoltage            critical
          3   pack_undervoltage           pack-undervoltage           critical
          4   charge_overtemperature      charge-overtemperature      critical
          5   charge_undertemperature     charge-undertemperature     critical
          6   discharge_overtemperature   discharge-overtemperature   critical
          7   discharge_undertemperature  discharge-undertemperature  critical
          8   charge_overcurrent          charge-overcurrent          critical
          9   discharge_overcurrent       discharge-overcurrent       critical
          10  short_circuit               short-circuit               critical
          11  frontend_ic_error           bms-internal-fault          critical
          12  mosfet_software_lock        contactor-fault             warning
          13  charge_timeout              other                       warning
          """);

  private static final int DATE = 10;
  private static final int VERSION = 18;
  private static final int FETS = 20;
  private static final int NTC_COUNT = 22;
  private static final int NTCS = 23;
  private static final int ZERO_CELSIUS = 2731;

  private JbdBasicInfo() {}

  static Decoded read(byte[] telegram, int base, int length, Decoded said) throws FrameException {
    int ntcs = length < NTCS ? 0 : Bytes.u8(telegram, base + NTC_COUNT);
    int end = NTCS + 2 * ntcs;
    if (length < end) {
      throw new FrameException("truncated: %d bytes of basic info of %d".formatted(length, end));
    }
    said.fields(PACK, telegram, base);
    said.show("production_date", date(Bytes.u16(telegram, base + DATE)));
    int version = Bytes.u8(telegram, base + VERSION);
    said.show("sw_version", (version >> 4) + "." + (version & 0xF));
    int fets = Bytes.u8(telegram, base + FETS);
    said.chargeAllowed("charge_fet", (fets & 1) != 0);
    said.dischargeAllowed("discharge_fet", (fets & 2) != 0);
    said.temperatures(temperatures(telegram, base + NTCS, ntcs), null);
    long bits = PACK.field("protection_bits").raw(telegram, base);
    said.alarms("03", PROTECTION, bits);
    if (length > end) {
      said.show("trailing_bytes_hex", Bytes.hex(telegram, base + end, base + length));
    }
    return said;
  }

  private static String date(int packed) {
    return "%04d-%02d-%02d".formatted(2000 + (packed >> 9), packed >> 5 & 0xF, packed & 0x1F);
  }

  private static List<BigDecimal> temperatures(byte[] telegram, int at, int count) {
    List<BigDecimal> celsius = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      celsius.add(Field.decimal(Bytes.u16(telegram, at + 2 * i) - ZERO_CELSIUS, 1));
    }
    return celsius;
  }
}
