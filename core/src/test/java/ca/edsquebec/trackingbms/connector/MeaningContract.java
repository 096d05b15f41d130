package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every connector promises about the names that recordings share: the value shown under one is
 * the value of that metric. A part of the contract test.
 */
final class MeaningContract {

  private static final Map<String, Metric> NAMES =
      Map.ofEntries(
          Map.entry("voltage_V", Metric.PACK_VOLTAGE),
          Map.entry("current_A", Metric.CURRENT),
          Map.entry("soc_pct", Metric.SOC),
          Map.entry("soh_pct", Metric.SOH),
          Map.entry("remaining_Ah", Metric.REMAINING_CAPACITY),
          Map.entry("full_Ah", Metric.FULL_CAPACITY),
          Map.entry("full_charge_Ah", Metric.FULL_CAPACITY),
          Map.entry("total_Ah", Metric.FULL_CAPACITY),
          Map.entry("cycles", Metric.CYCLES),
          Map.entry("cell_min_V", Metric.CELL_VOLTAGE_MIN),
          Map.entry("cell_max_V", Metric.CELL_VOLTAGE_MAX),
          Map.entry("mosfet_temp_C", Metric.MOSFET_TEMPERATURE));

  /** Where an answer of several modules has what each of them says. */
  private static final List<String> PARTS = List.of("modules", "packs");

  private MeaningContract() {}

  static void shownIsMeant(Connector connector) throws FrameException {
    Set<Metric> shown = EnumSet.noneOf(Metric.class);
    Set<Metric> meant = EnumSet.noneOf(Metric.class);
    for (List<Vector> vectors : VectorFiles.of(connector.id()).values()) {
      for (Vector vector : vectors) {
        if (vector.json().has("signals")) {
          compare(connector, vector, shown, meant);
        }
      }
    }
    assertThat(meant).containsAll(shown);
  }

  private static void compare(
      Connector connector, Vector vector, Set<Metric> shown, Set<Metric> meant)
      throws FrameException {
    ConnectorSettings settings = ConnectorSettings.of(connector, vector.settings());
    List<JsonNode> parts = parts(vector.json().get("signals"));
    List<List<Reading>> said =
        connector.newDecoder(settings).modules(vector.frame()).orElse(List.of());
    for (int i = 0; i < parts.size() && parts.size() == said.size(); i++) {
      WorkingState state = new WorkingState();
      state.merge(0, said.get(i));
      Sample sample = state.snapshot(0);
      compare(vector.name(), parts.get(i), sample, shown, meant);
      cells(vector.name(), parts.get(i), sample);
    }
  }

  private static List<JsonNode> parts(JsonNode signals) {
    List<JsonNode> parts = new ArrayList<>();
    PARTS.forEach(name -> signals.path(name).forEach(parts::add));
    return parts.isEmpty() ? List.of(signals) : parts;
  }

  private static void compare(
      String vector, JsonNode signals, Sample sample, Set<Metric> shown, Set<Metric> meant) {
    NAMES.forEach(
        (name, metric) -> {
          boolean finer = name.equals("soc_pct") && signals.has("soc_hires_pct");
          if (signals.path(name).isNumber() && !finer) {
            shown.add(metric);
            if (sample.has(metric)) {
              meant.add(metric);
              assertThat(sample.value(metric))
                  .as("%s of %s", name, vector)
                  .isEqualTo(signals.get(name).doubleValue());
            }
          }
        });
  }

  /** All of them, unless the frame is one of several that have some each. */
  private static void cells(String vector, JsonNode signals, Sample sample) {
    JsonNode cells = signals.path("cells_V");
    if (cells.isArray() && !signals.has("frame_no")) {
      List<Double> expected = new ArrayList<>();
      cells.forEach(cell -> expected.add(cell.doubleValue()));
      assertThat(sample.cellVoltages())
          .as("cells of " + vector)
          .containsExactly(expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
