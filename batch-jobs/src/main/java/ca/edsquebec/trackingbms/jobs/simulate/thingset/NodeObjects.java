package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The data objects of the node, by group, each as it stands in JSON; the order is the device's. */
final class NodeObjects {

  /** Inputs of the front end; those without a cell read 0. */
  static final int CELLS = 16;

  private static final int LOW_CELL = 1;
  private static final int HIGH_CELL = 1 << 1;
  private static final int HOT_DISCHARGING = 1 << 7;
  private static final int HOT_CHARGING = 1 << 9;

  private NodeObjects() {}

  /** The root: single objects, and groups as {@code null}. */
  static Map<String, String> root(BatteryModel battery, Dialect dialect) {
    Map<String, String> root = new LinkedHashMap<>();
    String id = "\"%016X\"".formatted(0x1BE5_0000_0000L + battery.code().hashCode());
    root.put(dialect.isOlder() ? "cNodeID" : "pNodeID", id);
    if (!dialect.isOlder()) {
      root.put("pNodeName", "\"Libre Solar BMS\"");
    }
    for (String group : new String[] {"Device", "Conf", "Meas"}) {
      root.put(group, "null");
    }
    root.put("mLive", dialect.isOlder() ? names(meas(battery.at(0), dialect)) : "[\"Meas\"]");
    return root;
  }

  static Map<String, String> device(Dialect dialect) {
    return Map.of(
        "cManufacturer", "\"Libre Solar\"",
        "cDeviceType", "\"Simulated\"",
        "cFirmwareVersion", dialect.isOlder() ? "\"v23.0\"" : "\"v23.1\"");
  }

  static Map<String, String> conf(BatteryModel battery) {
    return Map.of("sNominalCapacity_Ah", number(battery.capacityAh(), 1));
  }

  static Map<String, String> meas(Measurement m, Dialect dialect) {
    double[] inputs = Arrays.copyOf(m.cells(), CELLS);
    double hottest = Arrays.stream(m.temperatures()).max().orElse(20);
    Map<String, String> meas = new LinkedHashMap<>();
    meas.put("rPackVoltage_V", number(m.packVoltage(), 2));
    meas.put("rStackVoltage_V", number(m.packVoltage(), 2));
    meas.put("rPackCurrent_A", number(m.current(), 2));
    if (dialect.isOlder()) {
      meas.put("rBatTemp_degC", number(m.temperatures()[0], 1));
    } else {
      meas.put("rCellTemps_degC", numbers(m.temperatures(), 1));
    }
    meas.put("rICTemp_degC", number(hottest + 5, 1));
    meas.put("rMOSFETTemp_degC", number(hottest + 3, 1));
    meas.put("rSOC_pct", number(m.soc(), 1));
    meas.put("rErrorFlags", Integer.toString(errors(m)));
    meas.put("rBmsState", m.overvoltage() ? "2" : m.undervoltage() ? "1" : "3");
    meas.put("rCellVoltages_V", numbers(inputs, 3));
    meas.put("rCellAvgVoltage_V", number(m.packVoltage() / m.cells().length, 3));
    meas.put("rCellMinVoltage_V", number(Arrays.stream(m.cells()).min().orElse(0), 3));
    meas.put("rCellMaxVoltage_V", number(Arrays.stream(m.cells()).max().orElse(0), 3));
    meas.put("rBalancingStatus", "0");
    return meas;
  }

  private static int errors(Measurement m) {
    int hot = m.current() > 0 ? HOT_CHARGING : HOT_DISCHARGING;
    return (m.undervoltage() ? LOW_CELL : 0)
        | (m.overvoltage() ? HIGH_CELL : 0)
        | (m.overtemperature() ? hot : 0);
  }

  /** A group as a map. */
  static String json(Map<String, String> group) {
    return group.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Only the names of a group. */
  static String names(Map<String, String> group) {
    return group.keySet().stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String numbers(double[] values, int decimals) {
    return Arrays.stream(values)
        .mapToObj(value -> number(value, decimals))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
