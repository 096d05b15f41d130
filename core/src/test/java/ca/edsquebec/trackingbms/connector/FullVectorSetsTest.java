package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the full sets of vectors, where they lie beside the project, through the connectors whose
 * folder names them in {@code full-sets.txt}.
 */
class FullVectorSetsTest {

  @TestFactory
  Stream<DynamicNode> everySet() {
    return Connectors.installed().stream()
        .flatMap(
            connector ->
                VectorFiles.fullSets(connector.id()).stream()
                    .map(
                        name ->
                            dynamicTest(
                                connector.id() + " " + name, () -> isDecoded(connector, name))));
  }

  private static void isDecoded(Connector connector, String name) {
    Path file = VectorFiles.shared().resolve(name);
    assumeTrue(Files.exists(file), "full vectors are not beside us");
    List<String> wrong = new ArrayList<>();
    List<Vector> vectors = VectorFiles.read(file);
    for (Vector vector : vectors) {
      outcome(connector, vector)
          .ifPresent(w -> wrong.add(vector.json().path("id").asText() + ": " + w));
    }
    assertThat(vectors).isNotEmpty();
    assertThat(wrong).as("%d of %d vectors", wrong.size(), vectors.size()).isEmpty();
  }

  /** Of these the set expects the envelope, and we understand more. */
  private static boolean isExpectedInPart(JsonNode json) {
    String kind = json.path("kind").asText();
    if (json.path("decoded") instanceof ObjectNode decoded) {
      decoded.remove("note");
    }
    return kind.equals("other") || kind.equals("telesignal") || json.path("decoded").has("length");
  }

  /** What is wrong; a request that was overheard is no answer, whichever way that is told. */
  private static Optional<String> outcome(Connector connector, Vector vector) {
    JsonNode json = vector.json();
    boolean request = json.path("kind").asText().equals("request");
    boolean valid = json.path("valid").asBoolean() && !request;
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of()));
    try {
      Optional<Map<String, Object>> signals = decoder.signals(vector.frame());
      boolean ignored = decoder.decode(vector.frame()).isEmpty();
      if (signals.isEmpty() || ignored) {
        return request ? Optional.empty() : Optional.of("was ignored");
      }
      if (isExpectedInPart(json)) {
        signals.get().keySet().removeIf(name -> !json.get("decoded").has(name));
      }
      return valid
          ? Expectation.difference(json.get("decoded"), signals.get())
          : Optional.of("should be refused, but gave " + signals.get());
    } catch (FrameException e) {
      return valid ? Optional.of("refused: " + e.getMessage()) : Optional.empty();
    }
  }
}
