package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 600 s of a Control Unit with 16 cells: each line, read as it came, says what was fed in. */
class GreenBmsFullSessionTest {

  /** Lines behind what was fed in that a value may be: the unit asks its modules in turn. */
  private static final int LINES_BEHIND = 12;

  /** The wire has hundredths of a volt, and a module measures by the millivolt. */
  private static final double RESOLUTION_VOLTS = 0.0061;

  /** What the firmware makes of its sensor is up to a degree lower. */
  private static final double RESOLUTION_CELSIUS = 1;

  private final Deque<JsonNode> fed = new ArrayDeque<>();
  private final List<String> wrong = new ArrayList<>();
  private int cells;
  private int poles;

  @Test
  void everyLineSaysWhatWasFedIn() throws FrameException {
    Optional<Path> folder = VectorFiles.fullSet("greenbms");
    assumeTrue(folder.isPresent(), "full vectors are not beside us");
    Connector connector = Connectors.withId("greenbms").orElseThrow();
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of("cells", "16")));
    List<JsonNode> lines =
        VectorFiles.lines(folder.orElseThrow().resolve("session-16s.truth.jsonl"));
    for (JsonNode line : lines) {
      fed.addLast(line);
      if (fed.size() > LINES_BEHIND) {
        fed.removeFirst();
      }
      byte[] said = (line.get("line").asText() + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (Reading reading : decoder.decode(Frame.bytes(0, said)).orElseThrow()) {
        compare(line, reading);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(List.of(lines.size(), cells, poles)).isEqualTo(List.of(1671, 1024, 1024));
  }

  private void compare(JsonNode line, Reading reading) {
    if (reading instanceof Reading.Cell cell && !Double.isNaN(cell.volts())) {
      cells++;
      check(line, reading, "/cells_mV/" + cell.index(), cell.volts(), 1000, RESOLUTION_VOLTS);
    } else if (reading instanceof Reading.Temperature pole && !Double.isNaN(pole.celsius())) {
      poles++;
      check(line, reading, "/pole_degC/" + pole.index(), pole.celsius(), 1, RESOLUTION_CELSIUS);
    }
  }

  private void check(
      JsonNode line, Reading reading, String where, double value, double divisor, double most) {
    boolean near =
        fed.stream()
            .anyMatch(one -> Math.abs(one.at(where).doubleValue() / divisor - value) <= most);
    if (!near) {
      wrong.add(line.get("t") + " s: " + reading + ", fed in was " + line.at(where));
    }
  }
}
