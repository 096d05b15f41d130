package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The two layouts of the live record: 24 slots for cells (firmware up to 10) or 32 (from 11 on).
 * The record does not say which it has.
 */
final class JkLayout {

  /** The setting that leaves the choice to what fits. */
  static final String AUTO = "auto";

  static final List<String> CHOICES = List.of(AUTO, "24s", "32s");

  private static final JkLayout CELLS_24 =
      new JkLayout(
          "24s",
          24,
          54,
          """
          voltage_V          118  u32le  0.001  packVoltage
          current_A          126  s32le  0.001  current
          alarm_bits         136  u16le  1      -
          balance_current_A  138  s16le  0.001  +balanceCurrent
          balance_state      140  u8     1      -
          soc_pct            141  u8     1      soc
          remaining_Ah       142  u32le  0.001  remainingCapacity
          full_charge_Ah     146  u32le  0.001  fullCapacity
          cycles             150  u32le  1      cycles
          cycle_capacity_Ah  154  u32le  0.001  +cycleCapacity
          soh_pct            158  u8     1      soh
          runtime_s          162  u32le  1      -
          charge_fet         166  u8     1      charge-allowed
          discharge_fet      167  u8     1      discharge-allowed
          """,
          List.of(130, 132),
          134);

  private static final JkLayout CELLS_32 =
      new JkLayout(
          "32s",
          32,
          70,
          """
          voltage_V          150  u32le  0.001  packVoltage
          current_A          158  s32le  0.001  current
          alarm_bits         166  u32le  1      -
          balance_current_A  170  s16le  0.001  +balanceCurrent
          balance_state      172  u8     1      -
          soc_pct            173  u8     1      soc
          remaining_Ah       174  u32le  0.001  remainingCapacity
          full_charge_Ah     178  u32le  0.001  fullCapacity
          cycles             182  u32le  1      cycles
          cycle_capacity_Ah  186  u32le  0.001  +cycleCapacity
          soh_pct            190  u8     1      soh
          runtime_s          194  u32le  1      -
          charge_fet         198  u8     1      charge-allowed
          discharge_fet      199  u8     1      discharge-allowed
          """,
          List.of(162, 164),
          144);

  private static final int CELLS = 6;
  private static final int HEATING = 215;

  static final AlarmBits ALARMS =
      AlarmBits.table(
          """
          0   wire_resistance             open-wire                   warning
          1   mosfet_overtemperature      internal-overtemperature    critical
          2   cell_count_mismatch         cell-count-mismatch         critical
          3   current_sensor_abnormal     current-sensor-fault        critical
          4   battery_fully_charged       -
          5   pack_overvoltage            pack-overvoltage            critical
          6   charge_overcurrent          charge-overcurrent          critical
          7   charge_short_circuit        short-circuit               critical
          8   charge_overtemperature      charge-overtemperature      critical
          9   charge_undertemperature     charge-undertemperature     critical
          10  coprocessor_communication   bms-communication-fault     critical
          11  cell_undervoltage           cell-undervoltage           critical
          12  pack_undervoltage           pack-undervoltage           critical
          13  discharge_overcurrent       discharge-overcurrent       critical
          14  discharge_short_circuit     short-circuit               critical
          15  discharge_overtemperature   discharge-overtemperature   critical
          16  charge_mosfet_abnormal      contactor-fault             critical
          17  discharge_mosfet_abnormal   contactor-fault             critical
          18  gps_disconnected            other                       info
          19  modify_password_in_time     -
          20  discharge_on_failed         contactor-fault             warning
          21  battery_overtemperature     internal-overtemperature    critical
          22  temperature_sensor_abnormal temperature-sensor-fault    warning
          23  parallel_module_abnormal    bms-communication-fault     warning
          24  short_circuit_release       -
          25  discharge_overcurrent_2     discharge-overcurrent       critical
          26  discharge_overcurrent_3     discharge-overcurrent       critical
          27  discharge_undertemperature  discharge-undertemperature  critical
          28  gps_lock                    other                       info
          """);

  private final String setting;
  private final int slots;
  private final int enabled;
  private final FieldTable table;
  private final Field pack;
  private final Field alarmBits;
  private final List<Integer> probes;
  private final int mosfet;

  JkLayout(String setting, int slots, int enabled, String table, List<Integer> probes, int mosfet) {
    this.setting = setting;
    this.slots = slots;
    this.enabled = enabled;
    this.table = FieldTable.parse(table);
    this.pack = this.table.field("voltage_V");
    this.alarmBits = this.table.field("alarm_bits");
    this.probes = probes;
    this.mosfet = mosfet;
  }

  /**
   * The layout that is set, else the one that came with the frame, else the one that fits.
   *
   * @param variant such as {@code JK02_24S}; may be empty
   */
  static JkLayout chosen(String setting, String variant, byte[] record) {
    String said = variant.toLowerCase(Locale.ROOT);
    String wanted = setting.equals(AUTO) ? said : setting;
    for (JkLayout layout : List.of(CELLS_24, CELLS_32)) {
      if (wanted.endsWith(layout.setting)) {
        return layout;
      }
    }
    return CELLS_24.residual(record) < CELLS_32.residual(record) ? CELLS_24 : CELLS_32;
  }

  /** How far the cells are from the pack's voltage, in mV. */
  private long residual(byte[] record) {
    long sum = 0;
    for (int i = 0; i < slots; i++) {
      sum += Bytes.u16Little(record, CELLS + 2 * i);
    }
    return Math.abs(sum - pack.raw(record, 0));
  }

  /** The tables of both. */
  static FieldTable[] tables() {
    return new FieldTable[] {CELLS_24.table, CELLS_32.table};
  }

  Decoded read(byte[] record, Decoded said) {
    long mask = Bytes.unsignedLittle(record, enabled, 4);
    said.show("enabled_cells_mask", "0x%08X".formatted(mask));
    said.cells(cells(record, mask));
    said.fields(table, record, 0);
    List<BigDecimal> celsius = new ArrayList<>();
    for (int probe : probes) {
      celsius.add(temperature(record, probe));
    }
    said.temperatures(celsius, JkAnswers.ABSENT);
    BigDecimal switches = temperature(record, mosfet);
    said.show("mosfet_temp_C", switches);
    boolean absent = switches.compareTo(JkAnswers.ABSENT) == 0;
    said.mean("mosfetTemperature", absent ? Double.NaN : switches.doubleValue());
    said.alarms("live", ALARMS, alarmBits.raw(record, 0));
    if (slots == 32) {
      said.show("heating", record[HEATING] != 0);
    }
    return said;
  }

  /** The slots up to the last one that is in use. */
  private List<BigDecimal> cells(byte[] record, long mask) {
    int count = Math.min(slots, Long.SIZE - Long.numberOfLeadingZeros(mask));
    List<BigDecimal> volts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      volts.add(Field.decimal(Bytes.u16Little(record, CELLS + 2 * i), 3));
    }
    return volts;
  }

  private static BigDecimal temperature(byte[] record, int at) {
    return Field.decimal((short) Bytes.u16Little(record, at), 1);
  }
}
