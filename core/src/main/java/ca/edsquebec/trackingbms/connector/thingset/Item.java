package ca.edsquebec.trackingbms.connector.thingset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a Libre Solar BMS measures: its name since v23.0 and that of v21.0 (bms-firmware,
 * data_objects.c). It lies in the group {@code Meas}, {@code output} in v21.0.
 */
enum Item {
  /** At the cells; on v23.x with a bq769x2 at the terminals: the two were swapped. */
  PACK_VOLTAGE("rPackVoltage_V", "Bat_V"),
  /** At the terminals, 0 where not measured; on v23.x at the cells. */
  STACK_VOLTAGE("rStackVoltage_V", ""),
  CURRENT("rPackCurrent_A", "Bat_A"),
  CELL_TEMPERATURES("rCellTemps_degC", ""),
  /** The mean of the sensors; v23.x and older. */
  BATTERY_TEMPERATURE("rBatTemp_degC", "Bat_degC"),
  IC_TEMPERATURE("rICTemp_degC", "IC_degC"),
  MOSFET_TEMPERATURE("rMOSFETTemp_degC", "MOSFETs_degC"),
  SOC("rSOC_pct", "SOC_pct"),
  ERROR_FLAGS("rErrorFlags", "ErrorFlags"),
  BMS_STATE("rBmsState", "BmsState"),
  CELL_VOLTAGES("rCellVoltages_V", "Cells_V"),
  CELL_AVERAGE("rCellAvgVoltage_V", "CellAvg_V"),
  CELL_MINIMUM("rCellMinVoltage_V", "CellMin_V"),
  CELL_MAXIMUM("rCellMaxVoltage_V", "CellMax_V"),
  BALANCING("rBalancingStatus", "BalancingStatus");

  private static final Map<String, Item> BY_NAME = new HashMap<>();

  static {
    for (Item item : values()) {
      for (String group : new String[] {"", "Meas/", "output/"}) {
        BY_NAME.put(group + item.newer, item);
        BY_NAME.put(group + item.older, item);
      }
    }
    BY_NAME.keySet().removeIf(name -> name.isEmpty() || name.endsWith("/"));
  }

  private final String newer;
  private final String older;

  Item(String newer, String older) {
    this.newer = newer;
    this.older = older;
  }

  /** What a value at that path is; empty for what we have no use for, records of the past too. */
  static Optional<Item> at(String path) {
    return Optional.ofNullable(BY_NAME.get(path));
  }
}
