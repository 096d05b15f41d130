package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A block of registers of V3.
 *
 * @param name as it is shown, with its first register
 * @param system whether it is of the system; else of a pack
 * @param bytes its length
 * @param numbers all but temperatures
 * @param temperatures where they stand, with their meanings
 * @param cells whether it begins with 16 cells and four probes
 */
record SeplosBlock(
    String name,
    boolean system,
    int first,
    int bytes,
    FieldTable numbers,
    Map<Integer, String[]> temperatures,
    boolean cells) {

  private static final int CELLS = 16;
  private static final int PROBES = 4;

  /** Above, a temperature is in 0.1 K; else in 0.1 °C. The firmware does not say which it sends. */
  private static final int KELVIN_FROM = 2000;

  static final List<SeplosBlock> ALL =
      List.of(
          new SeplosBlock(
              "EIA 0x2000",
              true,
              0x2000,
              52,
              FieldTable.parse(
                  """
                  voltage_V        0   u32ws  0.01  packVoltage
                  current_A        4   s32ws  0.1   current
                  remaining_Ah     8   u32ws  0.01  remainingCapacity
                  full_Ah          12  u32ws  0.01  fullCapacity
                  rated_Ah         20  u32ws  0.01  +ratedCapacity
                  max_discharge_A  32  u32ws  0.1   dischargeCurrentLimit
                  max_charge_A     36  u32ws  0.1   chargeCurrentLimit
                  pack_count       44  u16    1     +modules
                  cycles           46  u16    1     cycles
                  soc_pct          48  u16    0.1   soc
                  soh_pct          50  u16    0.1   soh
                  """),
              Map.of(),
              false),
          new SeplosBlock(
              "EIB 0x2100",
              true,
              0x2100,
              44,
              FieldTable.parse(
                  """
                  cell_max_V      0   u16  0.001  cellVoltageMax
                  cell_min_V      2   u16  0.001  cellVoltageMin
                  cell_max_index  4   u16  1      -
                  cell_min_index  6   u16  1      -
                  pack_max_V      8   u16  0.01   +moduleVoltageMax
                  pack_min_V      10  u16  0.01   +moduleVoltageMin
                  """),
              Map.of(
                  16, new String[] {"temp_max_C", "temperatureMax"},
                  18, new String[] {"temp_min_C", "temperatureMin"},
                  20, new String[] {"temp_avg_C", "temperatureAvg"}),
              false),
          new SeplosBlock(
              "PIA 0x1000",
              false,
              0x1000,
              34,
              FieldTable.parse(
                  """
                  voltage_V             0   u16  0.01   packVoltage
                  current_A             2   s16  0.01   current
                  remaining_Ah          4   u16  0.01   remainingCapacity
                  full_Ah               6   u16  0.01   fullCapacity
                  discharged_total_raw  8   u16  1      -
                  soc_pct               10  u16  0.1    soc
                  soh_pct               12  u16  0.1    soh
                  cycles                14  u16  1      cycles
                  cell_avg_V            16  u16  0.001  cellVoltageAvg
                  cell_max_V            20  u16  0.001  cellVoltageMax
                  cell_min_V            22  u16  0.001  cellVoltageMin
                  """),
              Map.of(
                  18, new String[] {"temp_avg_C", "temperatureAvg"},
                  24, new String[] {"temp_max_C", "temperatureMax"},
                  26, new String[] {"temp_min_C", "temperatureMin"}),
              false),
          new SeplosBlock(
              "PIB 0x1100",
              false,
              0x1100,
              52,
              FieldTable.parse(""),
              Map.of(
                  48, new String[] {"ambient_temp_C", "ambientTemperature"},
                  50, new String[] {"mosfet_temp_C", "mosfetTemperature"}),
              true));

  /** Of its temperatures. */
  List<String> meanings() {
    return temperatures.values().stream().map(name -> name[1]).toList();
  }

  Decoded read(byte[] data) {
    Decoded said = new Decoded();
    if (cells) {
      cells(data, said);
    }
    said.fields(numbers, data, 0);
    temperatures.forEach(
        (at, name) -> said.number(name[0], temperature(Bytes.u16(data, at)), name[1]));
    return said;
  }

  private static void cells(byte[] data, Decoded said) {
    List<BigDecimal> volts = new ArrayList<>();
    int used = CELLS;
    // Slots behind the last cell read 0; a 0 between cells is a cell that failed.
    while (used > 0 && Bytes.u16(data, 2 * (used - 1)) == 0) {
      used--;
    }
    for (int i = 0; i < used; i++) {
      volts.add(Field.decimal(Bytes.u16(data, 2 * i), 3));
    }
    said.cells(volts);
    // There are always 16 slots, which says nothing of the pack.
    said.signals().remove("cell_count");
    List<BigDecimal> celsius = new ArrayList<>();
    for (int i = 0; i < PROBES; i++) {
      celsius.add(temperature(Bytes.u16(data, 2 * (CELLS + i))));
    }
    said.temperatures(celsius, null);
  }

  private static BigDecimal temperature(int raw) {
    int signed = (short) raw;
    return signed > KELVIN_FROM
        ? Field.decimal(10L * signed - 27_315, 2)
        : Field.decimal(signed, 1);
  }
}
