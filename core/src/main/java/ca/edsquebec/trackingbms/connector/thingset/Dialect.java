package ca.edsquebec.trackingbms.connector.thingset;

import java.util.List;
import java.util.Optional;

/**
 * A dialect of text mode: what a node is asked once it is known.
 *
 * @param version of the specification
 * @param identity read once
 * @param live the group of measurements
 * @param livePieces the same in two requests, for when the whole is too large for the node's buffer
 * @param reportsCells whether its reports say the cells' voltages; else they are asked for too
 */
record Dialect(
    String version,
    List<ReadRequest> identity,
    ReadRequest live,
    List<ReadRequest> livePieces,
    boolean reportsCells) {

  private static final ReadRequest MEAS = ReadRequest.get("Meas");

  static final Dialect V06 =
      new Dialect(
          "0.6",
          List.of(ReadRequest.get("pNodeID"), ReadRequest.get("Device")),
          MEAS,
          List.of(
              ReadRequest.fetch(
                  "Meas",
                  List.of(
                      "rPackVoltage_V",
                      "rPackCurrent_A",
                      "rSOC_pct",
                      "rErrorFlags",
                      "rBmsState",
                      "rBalancingStatus",
                      "rICTemp_degC")),
              ReadRequest.fetch(
                  "Meas",
                  List.of(
                      "rCellVoltages_V",
                      "rCellAvgVoltage_V",
                      "rCellMinVoltage_V",
                      "rCellMaxVoltage_V"))),
          true);

  static final Dialect V05 =
      new Dialect(
          "0.5",
          List.of(ReadRequest.get("cNodeID"), ReadRequest.get("Device")),
          MEAS,
          V06.livePieces,
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
                  "output", List.of("Cells_V", "CellAvg_V", "CellMin_V", "CellMax_V"))),
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
