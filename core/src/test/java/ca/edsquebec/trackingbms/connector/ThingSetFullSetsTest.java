package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of the full sets has the status and the values that another reader of JSON or CBOR
 * finds in it. What they are called is told by the vectors of the project.
 */
class ThingSetFullSetsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The other reader cut single precision to six decimals. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.000002");

  @ParameterizedTest
  @CsvSource({
    "text-vectors.jsonl, 313",
    "legacy-text-vectors.jsonl, 74",
    "binary-vectors.jsonl, 224"
  })
  void everyAnswerSaysWhatAnotherReaderFinds(String name, int answers) throws Exception {
    Optional<Path> folder = VectorFiles.fullSet("thingset");
    assumeTrue(folder.isPresent(), "full vectors are not beside us");
    Connector connector = Connectors.withId("thingset").orElseThrow();
    List<String> wrong = new ArrayList<>();
    int read = 0;
    for (String line : Files.readAllLines(folder.orElseThrow().resolve(name))) {
      JsonNode json = JSON.readTree(line);
      if (!json.path("response").isTextual()) {
        continue;
      }
      read++;
      String id = json.get("session").asText() + "-" + json.get("seq").asText();
      Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of()));
      difference(decoder, json).ifPresent(what -> wrong.add(id + " " + what));
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isEqualTo(answers);
  }

  private static Optional<String> difference(Decoder decoder, JsonNode json) {
    Map<String, Object> signals;
    try {
      signals = new LinkedHashMap<>(decoder.signals(frame(json)).orElse(Map.of()));
    } catch (FrameException refused) {
      return Optional.of("is refused: " + refused.getMessage());
    }
    Object status = signals.remove("status");
    signals.remove("report");
    if (json.has("status") && !json.get("status").asText().equals(status)) {
      return Optional.of("has status " + status);
    }
    JsonNode payload = payload(json);
    List<Object> values = new ArrayList<>();
    addLeaves(signals, values);
    return isSame(payload, values)
        ? Optional.empty()
        : Optional.of("gives " + signals + " of " + payload);
  }

  /** A list is one value, or the values of several items that were asked for. */
  private static boolean isSame(JsonNode payload, List<Object> values) {
    List<JsonNode> leaves = new ArrayList<>();
    addLeaves(payload, leaves);
    if (areSame(leaves, values) || (payload.isNull() && values.isEmpty())) {
      return true;
    }
    leaves.clear();
    payload.forEach(element -> addLeaves(element, leaves));
    return payload.isArray() && areSame(leaves, values);
  }

  private static boolean areSame(List<JsonNode> leaves, List<Object> values) {
    boolean same = leaves.size() == values.size();
    for (int i = 0; same && i < leaves.size(); i++) {
      same = isEqual(leaves.get(i), values.get(i));
    }
    return same;
  }

  private static boolean isEqual(JsonNode leaf, Object value) {
    if (leaf.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      leaf.forEach(elements::add);
      return value instanceof List<?> list && areSame(elements, new ArrayList<Object>(list));
    }
    if (leaf.isNumber()) {
      return value instanceof BigDecimal number
          && number.subtract(leaf.decimalValue()).abs().compareTo(ROUNDED) <= 0;
    }
    // No metric can be infinite.
    boolean nothing = leaf.isNull() || leaf.asText().equals("inf");
    return nothing ? value == null : leaf.asText().equals(String.valueOf(value));
  }

  private static void addLeaves(JsonNode payload, List<JsonNode> leaves) {
    if (payload.has("tag")) {
      leaves.add(decimalFraction(payload));
    } else if (payload.isObject()) {
      payload.forEach(value -> addLeaves(value, leaves));
    } else if (!payload.isMissingNode()) {
      leaves.add(payload);
    }
  }

  /** Tag 4 of RFC 8949: exponent to the base 10, and mantissa. */
  private static JsonNode decimalFraction(JsonNode tagged) {
    assertThat(tagged.get("tag").asInt()).isEqualTo(4);
    int exponent = tagged.at("/value/0").asInt();
    return JSON.getNodeFactory()
        .numberNode(BigDecimal.valueOf(tagged.at("/value/1").asLong(), -exponent));
  }

  private static void addLeaves(Object value, List<Object> leaves) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> addLeaves(inner, leaves));
    } else {
      leaves.add(value);
    }
  }

  /** Behind the status and the words that older dialects put there. */
  private static JsonNode payload(JsonNode json) {
    if (json.get("mode").asText().equals("binary")) {
      return json.get("decoded");
    }
    String said = json.get("response").asText();
    String payload = said.replaceFirst("^(:[0-9A-F]{2}|#\\w*) ?([A-Z][A-Za-z ]*\\.)? ?", "");
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(said, e);
    }
  }

  private static Frame frame(JsonNode json) {
    JsonNode raw = json.path("raw_response");
    String said = raw.isTextual() ? raw.asText() : json.get("response").asText();
    ObjectNode made = JSON.createObjectNode();
    if (json.get("mode").asText().equals("binary")) {
      made.put("hex", said).set("request_hex", json.get("request"));
    } else {
      made.put("hex", HexFormat.of().formatHex(said.getBytes(StandardCharsets.UTF_8)));
      made.set("request_text", json.get("request"));
    }
    return new Vector("full set", made).frame();
  }
}
