package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 453 s of a battery monitor, read by one decoder as they came. */
class VeDirectReplayTest {

  @Test
  void everySecondSaysWhatItSaid() throws FrameException {
    Path file = VectorFiles.shared().resolve("bms/vedirect-bmv702-replay.jsonl");
    assumeTrue(Files.exists(file), "full vectors are not beside us");
    List<Vector> seconds = VectorFiles.read(file);
    assertThat(seconds).hasSize(453);
    Connector connector = Connectors.withId("vedirect").orElseThrow();
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of()));
    for (Vector second : seconds) {
      var decoded = second.json().get("decoded");
      Map<String, Object> signals = decoder.signals(second.frame()).orElseThrow();
      signals.keySet().removeIf(name -> !decoded.has(name));
      assertThat(Expectation.difference(decoded, signals)).as(second.name()).isEmpty();
      assertThat(decoder.decode(second.frame()).orElseThrow())
          .as(second.name())
          .contains(
              new Reading.Scalar(Metric.PACK_VOLTAGE, decoded.get("voltage_V").doubleValue()),
              new Reading.Scalar(Metric.CURRENT, decoded.get("current_A").doubleValue()));
    }
  }
}
