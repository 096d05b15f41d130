package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

/**
 * Where a value goes, in the order of the CAN database (tools/dbc of foxBMS 2, v1.11.0):
 * identifier, number of its most significant bit, bits, sign, and what one step is worth in our
 * units. All of these are Motorola.
 */
enum Field {
  CONNECTED_STRINGS(0x220, 7, 4, false, 1),
  BMS_STATE(0x220, 3, 4, false, 1),
  INSULATION_MONITORING(0x220, 13, 1, false, 1),
  GENERAL_WARNING(0x220, 9, 1, false, 1),
  CHARGING_FLAG(0x220, 29, 1, false, 1),
  INSULATION_COARSE(0x220, 63, 8, false, 200),

  MIN_TEMPERATURE_SENSOR(0x230, 15, 4, false, 1),
  MAX_TEMPERATURE_SENSOR(0x230, 11, 4, false, 1),
  MIN_TEMPERATURE(0x230, 39, 8, true, 1),
  MAX_TEMPERATURE(0x230, 47, 8, true, 1),

  MIN_VOLTAGE_CELL(0x231, 15, 4, false, 1),
  MAX_VOLTAGE_CELL(0x231, 11, 4, false, 1),
  MIN_VOLTAGE_MODULE(0x231, 23, 4, false, 1),
  MAX_VOLTAGE_MODULE(0x231, 19, 4, false, 1),
  MAX_CELL_VOLTAGE(0x231, 37, 14, true, 0.001),
  MIN_CELL_VOLTAGE(0x231, 53, 14, true, 0.001),

  MAX_DISCHARGE_CURRENT(0x232, 7, 12, false, 0.25),
  MAX_CHARGE_CURRENT(0x232, 11, 12, false, 0.25),
  MAX_DISCHARGE_POWER(0x232, 31, 12, false, 100),
  MAX_CHARGE_POWER(0x232, 35, 12, false, 100),
  MAX_BATTERY_VOLTAGE(0x232, 55, 8, false, 4),
  MIN_BATTERY_VOLTAGE(0x232, 63, 8, false, 4),

  BATTERY_VOLTAGE(0x233, 7, 15, true, 0.1),
  BUS_VOLTAGE(0x233, 8, 15, true, 0.1),
  POWER(0x233, 25, 17, true, 10),
  CURRENT(0x233, 40, 17, true, 0.01),

  INSULATION(0x234, 7, 13, false, 7),

  MIN_SOC(0x235, 7, 10, false, 0.1),
  MAX_SOC(0x235, 13, 10, false, 0.1),
  MIN_SOE(0x235, 19, 10, false, 0.1),
  MAX_SOE(0x235, 25, 10, false, 0.1),
  SOH(0x235, 47, 8, false, 0.5),
  ENERGY(0x235, 55, 16, false, 100),

  STRING_CONNECTED(0x240, 4, 1, false, 1),
  UNDERVOLTAGE_MOL(0x240, 23, 1, false, 1),
  OVERVOLTAGE_MOL(0x240, 22, 1, false, 1),
  OVERTEMPERATURE_DISCHARGE_MOL(0x240, 18, 1, false, 1),

  STRING_VOLTAGE(0x243, 4, 18, true, 0.01),
  STRING_CURRENT(0x243, 18, 18, true, 0.01),
  STRING_POWER(0x243, 32, 18, true, 10),

  STRING_MIN_SOC(0x245, 3, 9, false, 0.2),
  STRING_MAX_SOC(0x245, 10, 9, false, 0.2),
  STRING_MIN_SOE(0x245, 17, 9, false, 0.2),
  STRING_MAX_SOE(0x245, 24, 9, false, 0.2),
  STRING_SOH(0x245, 47, 9, false, 0.2),
  STRING_ENERGY(0x245, 54, 15, false, 10),

  CELL_BLOCK(0x250, 7, 8, false, 1),
  CELL_3_VALID(0x250, 15, 1, false, 1),
  CELL_2_VALID(0x250, 14, 1, false, 1),
  CELL_1_VALID(0x250, 13, 1, false, 1),
  CELL_0_VALID(0x250, 12, 1, false, 1),
  CELL_0(0x250, 11, 13, false, 0.001),
  CELL_1(0x250, 30, 13, false, 0.001),
  CELL_2(0x250, 33, 13, false, 0.001),
  CELL_3(0x250, 52, 13, false, 0.001),

  SENSOR_BLOCK(0x260, 7, 8, false, 1),
  SENSOR_5_VALID(0x260, 13, 1, false, 1),
  SENSOR_4_VALID(0x260, 12, 1, false, 1),
  SENSOR_3_VALID(0x260, 11, 1, false, 1),
  SENSOR_2_VALID(0x260, 10, 1, false, 1),
  SENSOR_1_VALID(0x260, 9, 1, false, 1),
  SENSOR_0_VALID(0x260, 8, 1, false, 1),
  SENSOR_0(0x260, 23, 8, true, 1),
  SENSOR_1(0x260, 31, 8, true, 1),
  SENSOR_2(0x260, 39, 8, true, 1),
  SENSOR_3(0x260, 47, 8, true, 1),
  SENSOR_4(0x260, 55, 8, true, 1),
  SENSOR_5(0x260, 63, 8, true, 1);

  private final int id;
  private final int shift;
  private final int length;
  private final boolean signed;
  private final double step;

  Field(int id, int start, int length, boolean signed, double step) {
    this.id = id;
    // The word is the 8 bytes from the top; bit 7 of byte 0 is its highest.
    this.shift = 64 - (start / 8 * 8 + 7 - start % 8) - length;
    this.length = length;
    this.signed = signed;
    this.step = step;
  }

  int id() {
    return id;
  }

  /** The word with that value in its place; what does not fit is clipped, as the firmware does. */
  long in(long word, double value) {
    long max = (1L << (signed ? length - 1 : length)) - 1;
    long min = signed ? -max - 1 : 0;
    long raw = Math.max(min, Math.min(max, Math.round(value / step)));
    long mask = (1L << length) - 1;
    return (word & ~(mask << shift)) | ((raw & mask) << shift);
  }
}
