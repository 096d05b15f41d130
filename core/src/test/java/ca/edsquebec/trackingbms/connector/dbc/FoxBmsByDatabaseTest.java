package ca.edsquebec.trackingbms.connector.dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each message of foxBMS read by its own database, where that lies beside the project: the values
 * are those of two independent decoders.
 */
class FoxBmsByDatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "foxbms-v1.11.0.dbc, vectors.jsonl, 755",
    "foxbms-v1.10.0.dbc, vectors-posix-v1.10.0.jsonl, 133"
  })
  void givesTheSamePhysicalValues(String database, String vectors, int count)
      throws IOException, FrameException {
    Optional<Path> folder = VectorFiles.fullSet("foxbms");
    assumeTrue(folder.isPresent(), "full vectors are not beside us");
    Dbc dbc = Dbc.parse(Files.readString(folder.get().resolve(database)));
    assertThat(dbc.messages()).hasSizeGreaterThan(30);
    Map<Integer, Decoder> decoders = new HashMap<>();
    List<JsonNode> frames = VectorFiles.lines(folder.get().resolve(vectors));
    for (JsonNode json : frames) {
      int id = Integer.decode(json.get("id").asText());
      byte[] data = HexFormat.of().parseHex(json.get("data_hex").asText());
      Decoder decoder = decoders.computeIfAbsent(id, i -> all(dbc, i));
      Map<String, Object> shown = decoder.signals(Frame.can(0, id, data)).orElseThrow();
      JsonNode decoded = json.get("decoded");
      assertThat(shown.keySet()).as(json.toString()).containsAll(names(decoded));
      decoded
          .properties()
          .forEach(
              e ->
                  assertThat((BigDecimal) shown.get(e.getKey()))
                      .as(e.getKey() + " of " + json)
                      .isEqualByComparingTo(e.getValue().decimalValue()));
      assertThat(shown).as(json.toString()).hasSize(decoded.size());
    }
    assertThat(frames).hasSize(count);
  }

  private static List<String> names(JsonNode decoded) {
    return decoded.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Reads all signals of that message, whatever they mean. */
  private static Decoder all(Dbc dbc, int id) {
    Map<String, String> meanings = new HashMap<>();
    dbc.messages().stream()
        .filter(message -> message.id() == id)
        .forEach(m -> m.signals().forEach(s -> meanings.put(DbcMapping.key(m, s), "-")));
    DbcConnector connector = new DbcConnector();
    return connector.newDecoder(
        ConnectorSettings.of(connector, Map.of("signals", DbcMapping.lines(dbc, meanings))));
  }
}
