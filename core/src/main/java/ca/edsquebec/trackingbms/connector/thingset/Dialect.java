package ca.edsquebec.trackingbms.connector.thingset;

import java.util.List;
import java.util.Optional;

/**
 * A dialect of text mode: what a node is asked once it is known.
 *
 * @param version of the specification
 * @param identity read once
 * @param live the group of measurements
 * @param livePieces the same in several requests, for when the whole is too large for the node's
 *     buffer
 * @param reportsCells whether its reports say the cells' voltages; else they are asked for too
 */
record Dialect(
    String version,
    List<ReadRequest> identity,
    ReadRequest live,
    List<ReadRequest> livePieces,
    boolean reportsCells) {

  private static final ReadRequest MEAS = ReadRequest.get("Meas");

  private static final ReadRequest STATE =
      ReadRequest.fetch(
          "Meas",
          List.of(
              "rPackCurrent_A",
              "rSOC_pct",
              "rErrorFlags",
              "rBmsState",
              "rBalancingStatus",
              "rICTemp_degC"));

  private static final ReadRequest CELLS =
      ReadRequest.fetch(
          "Meas",
          List.of(
              "rCellVoltages_V", "rCellAvgVoltage_V", "rCellMinVoltage_V", "rCellMaxVoltage_V"));

  /** Both voltages and a temperature come together: the last tells which voltage is which. */
  private static final ReadRequest VOLTAGES = voltagesAnd("rCellTemps_degC");

  private static final ReadRequest VOLTAGES_23 = voltagesAnd("rBatTemp_degC");

  private static ReadRequest voltagesAnd(String temperature) {
    return ReadRequest.fetch(
        "Meas", List.of("rPackVoltage_V", "rStackVoltage_V", temperature, "rMOSFETTemp_degC"));
  }

  /** Spoken by v23.1 too, which has the older temperature; a node refuses the one it lacks. */
  static final Dialect V06 =
      new Dialect(
          "0.6",
          List.of(ReadRequest.get("pNodeID"), ReadRequest.get("Device")),
          MEAS,
          List.of(STATE, CELLS, VOLTAGES, VOLTAGES_23),
          true);

  static final Dialect V05 =
      new Dialect(
          "0.5",
          List.of(ReadRequest.get("cNodeID"), ReadRequest.get("Device")),
          MEAS,
          List.of(STATE, CELLS, VOLTAGES_23),
          true);

  static final Dialect V03 =
      new Dialect(
          "0.3",
          List.of(ReadRequest.get("info")),
          ReadRequest.get("output"),
          List.of(
              ReadRequest.fetch(
                  "output", List.of("Bat_V", "Bat_A", "SOC_pct", "ErrorFlags", "BmsState")),
              ReadRequest.fetch(
                  "output", List.of("Cells_V", "CellAvg_V", "CellMin_V", "CellMax_V")),
              ReadRequest.fetch(
                  "output", List.of("Bat_degC", "IC_degC", "MOSFETs_degC", "BalancingStatus"))),
          false);

  /** The first probe: names, as v0.6 asks for them. Older ones call it a bad request. */
  static final ReadRequest PROBE = ReadRequest.names("");

  /** The second probe, for those. */
  static final ReadRequest PROBE_OLDER = ReadRequest.namesOfOlder("");

  /** Empty when the answer to {@link #PROBE} is not that of v0.6. */
  static Optional<Dialect> afterProbe(Message answer) {
    return answer.isContent() ? Optional.of(V06) : Optional.empty();
  }

  /** Empty when the answer to {@link #PROBE_OLDER} is none of ours. */
  static Optional<Dialect> afterOlderProbe(Message answer) {
    if (answer.status().equals("C5")) {
      return Optional.of(V06);
    }
    if (answer.isContent() && answer.payload() instanceof List<?> names) {
      return Optional.of(names.contains("info") || names.contains("output") ? V03 : V05);
    }
    return Optional.empty();
  }
}
