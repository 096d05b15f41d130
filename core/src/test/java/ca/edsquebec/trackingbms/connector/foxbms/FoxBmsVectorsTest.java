package ca.edsquebec.trackingbms.connector.foxbms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoxBmsVectorsTest {

  @Test
  void rawIntegersOfTheProjectsVectorsAreExact() {
    VectorFiles.of("foxbms").values().stream()
        .flatMap(List::stream)
        .filter(v -> v.json().has("raw"))
        .forEach(
            v -> {
              String version = v.settings().getOrDefault("version", "1.11.0");
              assertRaw(v.name(), version, v.frame(), v.json().get("raw"));
            });
  }

  @ParameterizedTest
  @CsvSource({"vectors.jsonl, 1.11.0, 755", "vectors-posix-v1.10.0.jsonl, 1.10.0, 133"})
  void fullSetIsExact(String file, String version, int count) {
    List<JsonNode> vectors = VectorFiles.lines(fullSet().resolve(file));
    assertThat(vectors).hasSize(count);
    for (JsonNode vector : vectors) {
      Frame frame = frame(vector);
      assertRaw(frame.toString(), version, frame, vector.get("raw"));
      assertPhysical(version, frame, vector.get("decoded"));
    }
  }

  @Test
  void framesThatTheDatabaseCanNotDecodeAreRefusedOrIgnored() {
    List<JsonNode> vectors = VectorFiles.lines(fullSet().resolve("vectors-invalid.jsonl"));
    assertThat(vectors).hasSize(9);
    for (JsonNode vector : vectors) {
      Frame frame = frame(vector);
      boolean understood;
      try {
        understood = new FoxBmsDecoder(Decoders.defaults()).decode(frame).isPresent();
      } catch (FrameException e) {
        understood = false;
      }
      assertThat(understood).as(frame.toString()).isFalse();
    }
  }

  private static Path fullSet() {
    assumeTrue(VectorFiles.fullSet("foxbms").isPresent(), "full vectors are not beside us");
    return VectorFiles.fullSet("foxbms").orElseThrow();
  }

  private static Frame frame(JsonNode vector) {
    byte[] data = HexFormat.of().parseHex(vector.get("data_hex").asText());
    return Frame.can(0, Frame.canId(vector.get("id").asText()), data);
  }

  private static void assertRaw(String name, String version, Frame frame, JsonNode expected) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    expected.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().longValue()));
    try {
      assertThat(Decoders.of("version", version).raw(frame)).as(name).hasValue(numbers);
    } catch (FrameException e) {
      throw new AssertionError(name, e);
    }
  }

  private static void assertPhysical(String version, Frame frame, JsonNode expected) {
    Map<String, Object> signals;
    try {
      signals = Decoders.of("version", version).signals(frame).orElseThrow();
    } catch (FrameException e) {
      throw new AssertionError(frame.toString(), e);
    }
    assertThat(signals).hasSameSizeAs(expected.properties());
    signals.forEach(
        (name, value) ->
            assertThat((BigDecimal) value)
                .as(frame + " " + name)
                .isEqualByComparingTo(expected.get(name).decimalValue()));
  }
}
