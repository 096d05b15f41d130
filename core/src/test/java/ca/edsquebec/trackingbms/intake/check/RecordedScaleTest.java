package ca.edsquebec.trackingbms.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Seplos on a bus of 0x35x as it was recorded: 16 cells of which only the extremes are told. */
class RecordedScaleTest {

  private static final int CELLS = 16;

  private final Connector connector = Connectors.withId("can35x").orElseThrow();

  @Test
  void voltageThatIsReadInTheOtherScaleIsSeenAndASettingMendsIt() throws Exception {
    assertThat(check(Map.of())).extracting(Finding::what).containsExactly(What.VOLTAGE_AGREES);
    Map<String, String> wrong = Map.of("voltageScale", "0.1");
    Finding finding = check(wrong).get(0);
    assertThat(finding.what()).isEqualTo(What.VOLTAGE_SCALE);
    assertThat(finding.expected()).isEqualTo(10);
    Map<String, String> right = connector.rescaled(wrong, finding.expected()).orElseThrow();
    assertThat(check(right)).extracting(Finding::what).containsExactly(What.VOLTAGE_AGREES);
    assertThat(connector.rescaled(right, 10)).isEmpty();
  }

  @Test
  void otherScalesHaveNoSetting() {
    assertThat(connector.rescaled(Map.of(), 0.1)).contains(Map.of("voltageScale", "0.1"));
    assertThat(connector.rescaled(Map.of(), 100)).isEmpty();
    assertThat(connector.rescaled(Map.of(), Double.NaN)).isEmpty();
    assertThat(Connectors.withId("jk").orElseThrow().rescaled(Map.of(), 10)).isEmpty();
  }

  @Test
  void extremesSayNothingWithoutTheNumberOfCells() throws Exception {
    assertThat(SelfCheck.of(samples(Map.of("voltageScale", "0.1")), 0, Double.NaN)).isEmpty();
  }

  private List<Finding> check(Map<String, String> settings) throws FrameException {
    return SelfCheck.of(samples(settings), CELLS, Double.NaN);
  }

  private List<Sample> samples(Map<String, String> settings) throws FrameException {
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, settings));
    WorkingState state = new WorkingState();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (var vectors : VectorFiles.of("can35x").values()) {
        for (var vector : vectors) {
          if (vector.json().path("id").asText().startsWith("can-seplos-victron")) {
            state.merge(i * 5_000_000L, decoder.decode(vector.frame()).orElseThrow());
          }
        }
      }
      samples.add(state.snapshot(i * 5_000L));
    }
    return samples;
  }
}
