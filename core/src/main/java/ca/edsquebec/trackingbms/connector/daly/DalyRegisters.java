package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The registers of one kind of Modbus, by number. The newer kind has room for more cells, and what
 * follows them moved by no single distance.
 *
 * @param cellCount where the count of cells stands, in this kind
 * @param firstProbe where the temperatures begin
 * @param values all else that is a number; places are registers
 * @param state what the battery does: 0 nothing, 1 charges, 2 discharges
 * @param alarms the first of four registers whose bits are not documented; −1 for none
 */
record DalyRegisters(
    int cellCount,
    int probeCount,
    int firstProbe,
    FieldTable values,
    FieldTable boardTemperatures,
    int state,
    int alarms) {

  /** Of 62 or 80 registers from 0 on. */
  static final DalyRegisters D2 =
      new DalyRegisters(
          0x31,
          0x32,
          0x20,
          FieldTable.parse(
              """
              voltage_V      0x28  u16  0.1        packVoltage
              current_A      0x29  u16  0.1@30000  current
              soc_pct        0x2A  u16  0.1        soc
              remaining_Ah   0x30  u16  0.1        remainingCapacity
              cycles         0x33  u16  1          cycles
              balancing      0x34  u16  1          -
              charge_fet     0x35  u16  1          charge-allowed
              discharge_fet  0x36  u16  1          discharge-allowed
              power_W        0x39  u16  1          -
              """),
          FieldTable.parse(
              """
              mosfet_temp_C  0x42  u16  1@40  mosfetTemperature
              board_temp_C   0x43  u16  1@40  +boardTemperature
              """),
          0x2F,
          0x3A);

  /** In two blocks, from 0 and from 0x41 on. */
  static final DalyRegisters P81 =
      new DalyRegisters(
          0x3C,
          0x3D,
          0x30,
          FieldTable.parse(
              """
              voltage_V      0x38  u16  0.1        packVoltage
              current_A      0x39  u16  0.1@30000  current
              soc_pct        0x3A  u16  0.1        soc
              temp_max_C     0x43  u16  1@40       temperatureMax
              temp_min_C     0x45  u16  1@40       temperatureMin
              remaining_Ah   0x4B  u16  0.1        remainingCapacity
              cycles         0x4C  u16  1          cycles
              charge_fet     0x52  u16  1          charge-allowed
              discharge_fet  0x53  u16  1          discharge-allowed
              """),
          FieldTable.parse(
              """
              mosfet_temp_C  0x5A  u16  1@40  mosfetTemperature
              board_temp_C   0x5B  u16  1@40  +boardTemperature
              """),
          0x48,
          -1);

  private static final int PROBES = 8;

  /** Of the pack's voltage, by which the sum of the cells may differ. */
  private static final double TOLERANCE = 0.25;

  private static final int ALARM_REGISTERS = 4;
  private static final List<BatteryState> STATES =
      List.of(BatteryState.IDLE, BatteryState.CHARGING, BatteryState.DISCHARGING);
  private static final List<String> STATE_NAMES = List.of("idle", "charging", "discharging");

  /** What of it stands in these registers, the first of which has that number. */
  Decoded read(byte[] data, int first, Decoded said) {
    Block block = new Block(data, first);
    if (first == 0 && block.has(cellCount)) {
      said.cells(cells(block));
    }
    if (first == 0 && block.has(probeCount)) {
      said.temperatures(temperatures(block), null);
    }
    for (Field field : values) {
      if (block.has(field.at())) {
        said.number(field.name(), field.value(block.raw(field.at())), field.meaning());
      }
    }
    for (Field field : boardTemperatures) {
      if (block.has(field.at())) {
        int raw = block.raw(field.at());
        said.number(field.name(), field.value(raw), "-");
        // A probe that is not there sends 0, which would be −40 °C.
        said.mean(field.meaning(), raw == 0 ? Double.NaN : field.value(raw).doubleValue());
      }
    }
    if (block.has(state)) {
      state(block.raw(state), said);
    }
    if (alarms >= 0 && block.has(alarms + ALARM_REGISTERS - 1)) {
      alarms(block, said);
    }
    return said;
  }

  /**
   * Whether these registers can be a block of this kind, when nothing says where they begin: cells
   * that make up the pack, or switches that are on or off and a state that exists.
   */
  boolean fits(byte[] data, int first) {
    Block block = new Block(data, first);
    if (first > 0) {
      return block.has(state)
          && block.raw(state) < STATES.size()
          && block.isSwitch(values.field("charge_fet"))
          && block.isSwitch(values.field("discharge_fet"));
    }
    Field voltage = values.field("voltage_V");
    if (!block.has(cellCount) || !block.has(voltage.at())) {
      return false;
    }
    int cells = block.raw(cellCount);
    double pack = voltage.value(block.raw(voltage.at())).doubleValue();
    double sum = cells(block).stream().mapToDouble(BigDecimal::doubleValue).sum();
    return cells > 0 && cells <= firstProbe && Math.abs(sum - pack) <= TOLERANCE * pack;
  }

  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  private record Block(byte[] data, int first) {
    boolean has(int register) {
      return register >= first && 2 * (register - first) + 1 < data.length;
    }

    int raw(int register) {
      return Bytes.u16(data, 2 * (register - first));
    }

    boolean isSwitch(Field field) {
      return has(field.at()) && raw(field.at()) <= 1;
    }
  }

  private List<BigDecimal> cells(Block block) {
    List<BigDecimal> volts = new ArrayList<>();
    for (int i = 0; i < Math.min(block.raw(cellCount), firstProbe); i++) {
      volts.add(Field.decimal(block.raw(i), 3));
    }
    return volts;
  }

  private List<BigDecimal> temperatures(Block block) {
    List<BigDecimal> celsius = new ArrayList<>();
    for (int i = 0; i < Math.min(block.raw(probeCount), PROBES); i++) {
      celsius.add(BigDecimal.valueOf(block.raw(firstProbe + i) - 40L));
    }
    return celsius;
  }

  private static void state(int code, Decoded said) {
    boolean known = code < STATES.size();
    said.show("state", known ? STATE_NAMES.get(code) : "unknown " + code);
    said.say(new Reading.State(known ? STATES.get(code) : BatteryState.UNKNOWN));
  }

  private void alarms(Block block, Decoded said) {
    List<String> shown = new ArrayList<>();
    List<Alarm> raised = new ArrayList<>();
    for (int i = 0; i < ALARM_REGISTERS; i++) {
      int bits = block.raw(alarms + i);
      shown.add("0x%04X".formatted(bits));
      if (bits != 0) {
        String raw = "register 0x%02X is 0x%04X".formatted(alarms + i, bits);
        raised.add(new Alarm(AlarmCode.UNSPECIFIED, AlarmLevel.WARNING, raw));
      }
    }
    said.show("alarm_regs", shown);
    said.say(new Reading.Alarms("3A", raised));
  }
}
