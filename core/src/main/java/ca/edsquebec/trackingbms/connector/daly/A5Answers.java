package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.BatteryState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each command of A5 answers. Reads the telegrams of one frame in their order. */
final class A5Answers {

  private static final int DATA = DalyTelegram.DATA;
  private static final int CELLS_PER_FRAME = 3;
  private static final int PROBES_PER_FRAME = 7;
  private static final int BALANCE_BYTES = 6;

  static final Map<Integer, FieldTable> TABLES =
      Map.of(
          0x90,
          FieldTable.parse(
              """
              voltage_V         0  u16  0.1         packVoltage
              gather_voltage_V  2  u16  0.1         -
              current_raw       4  u16  1           -
              current_A         4  u16  -0.1@30000  current
              soc_pct           6  u16  0.1         soc
              """),
          0x91,
          FieldTable.parse(
              """
              cell_max_V      0  u16  0.001  cellVoltageMax
              cell_max_index  2  u8   1      -
              cell_min_V      3  u16  0.001  cellVoltageMin
              cell_min_index  5  u8   1      -
              """),
          0x92,
          FieldTable.parse(
              """
              temp_max_C      0  u8  1@40  temperatureMax
              temp_max_index  1  u8  1     -
              temp_min_C      2  u8  1@40  temperatureMin
              temp_min_index  3  u8  1     -
              """),
          0x93,
          FieldTable.parse(
              """
              charge_fet     1  u8   1      charge-allowed
              discharge_fet  2  u8   1      discharge-allowed
              bms_life       3  u8   1      -
              remaining_Ah   4  u32  0.001  remainingCapacity
              """),
          0x94,
          FieldTable.parse(
              """
              cell_count  0  u8   1  -
              ntc_count   1  u8   1  -
              dio_bits    4  u8   1  -
              cycles      5  u16  1  cycles
              """));

  private static final List<String> STATES = List.of("stationary", "charge", "discharge");
  private static final List<BatteryState> MEANT =
      List.of(BatteryState.IDLE, BatteryState.CHARGING, BatteryState.DISCHARGING);

  private A5Size size;

  A5Answers(A5Size size) {
    this.size = size;
  }

  /** As far as it has been told by now. */
  A5Size size() {
    return size;
  }

  Optional<Decoded> read(byte[] telegram) {
    if (DalyTelegram.isRequest(telegram)) {
      return Optional.empty();
    }
    int command = Bytes.u8(telegram, 2);
    Decoded said = new Decoded().show("command", "0x%02X".formatted(command));
    said.show("address", BigDecimal.valueOf(Bytes.u8(telegram, 1)));
    if (TABLES.containsKey(command)) {
      said.fields(TABLES.get(command), telegram, DATA);
    }
    switch (command) {
      case 0x90, 0x91, 0x92 -> {}
      case 0x93 -> state(telegram[DATA], said);
      case 0x94 -> {
        said.show("charger_connected", telegram[DATA + 2] != 0);
        said.show("load_connected", telegram[DATA + 3] != 0);
        size = new A5Size(Bytes.u8(telegram, DATA), Bytes.u8(telegram, DATA + 1));
      }
      case 0x95 -> cells(telegram, said);
      case 0x96 -> temperatures(telegram, said);
      case 0x97 -> balancing(telegram, said);
      case 0x98 -> A5Alarms.read(telegram, said);
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(said);
  }

  private static void state(int code, Decoded said) {
    boolean known = code >= 0 && code < STATES.size();
    said.show("state", known ? STATES.get(code) : "unknown " + (code & 0xFF));
    said.say(new Reading.State(known ? MEANT.get(code) : BatteryState.UNKNOWN));
  }

  /** Frames are counted from 1, against the document; 0 and 0xFF are of no cell. */
  private int firstIndex(byte[] telegram, int each, Decoded said) {
    int frame = Bytes.u8(telegram, DATA);
    said.show("frame_no", BigDecimal.valueOf(frame));
    return frame == 0xFF ? -each : (frame - 1) * each;
  }

  private void cells(byte[] telegram, Decoded said) {
    int first = firstIndex(telegram, CELLS_PER_FRAME, said);
    List<BigDecimal> volts = new ArrayList<>();
    for (int i = 0; i < CELLS_PER_FRAME; i++) {
      int raw = Bytes.u16(telegram, DATA + 1 + 2 * i);
      volts.add(Field.decimal(raw, 3));
      if (first >= 0 && size.isCell(first + i, raw)) {
        said.say(new Reading.Cell(first + i, volts.get(i).doubleValue()));
      }
    }
    said.show("cells_V", volts);
  }

  private void temperatures(byte[] telegram, Decoded said) {
    int first = firstIndex(telegram, PROBES_PER_FRAME, said);
    List<BigDecimal> celsius = new ArrayList<>();
    for (int i = 0; i < PROBES_PER_FRAME; i++) {
      int raw = Bytes.u8(telegram, DATA + 1 + i);
      celsius.add(BigDecimal.valueOf(raw - 40L));
      if (first >= 0 && size.isProbe(first + i, raw)) {
        said.say(new Reading.Temperature(first + i, raw - 40));
      }
    }
    said.show("temps_C_raw_minus_40", celsius);
  }

  private void balancing(byte[] telegram, Decoded said) {
    said.show("balance_bits_hex", Bytes.hex(telegram, DATA, DATA + BALANCE_BYTES));
    for (int i = 0; i < Math.min(size.cells(), 8 * BALANCE_BYTES); i++) {
      boolean active = (telegram[DATA + i / 8] >> i % 8 & 1) != 0;
      said.say(new Reading.Balancing(i, active));
    }
  }
}
