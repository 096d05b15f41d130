package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the representative vectors of the project from the full sets that {@code full-sets.txt} of
 * a connector's folder names; run by hand. Only frames from sources whose licence lets them be
 * passed on, and none that holds a serial number.
 */
final class VectorSelection {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PER_KIND = 4;
  private static final List<String> INPUT =
      List.of("can_id", "hex", "text", "topic", "request_text", "variant");

  private VectorSelection() {}

  public static void main(String[] args) throws IOException {
    for (Connector connector : Connectors.installed()) {
      for (String set : VectorFiles.fullSets(connector.id())) {
        Path from = VectorFiles.shared().resolve(set);
        String name = from.getFileName().toString().replace(".jsonl", ".vectors.jsonl");
        Files.write(
            VectorFiles.folder(connector.id()).resolve(name),
            select(connector, VectorFiles.read(from)));
      }
    }
  }

  /** So many of each kind and of each set of names, evenly spaced; all with alarms. */
  private static List<String> select(Connector connector, List<Vector> full) {
    Map<String, List<Vector>> groups = new LinkedHashMap<>();
    for (Vector vector : full) {
      if (mayBePassedOn(vector.json())) {
        groups.computeIfAbsent(kind(vector.json()), k -> new ArrayList<>()).add(vector);
      }
    }
    List<String> chosen = new ArrayList<>();
    for (List<Vector> group : groups.values()) {
      int count = Math.min(PER_KIND, group.size());
      for (int i = 0; i < count; i++) {
        int at = count == 1 ? 0 : i * (group.size() - 1) / (count - 1);
        chosen.add(inOurForm(connector, group.get(at)).toString());
      }
    }
    return chosen;
  }

  private static boolean mayBePassedOn(JsonNode json) {
    String licence = json.path("source").path("licence").asText();
    boolean free = !licence.contains("GPL") && !licence.matches(".*(unknown|no licence).*");
    String kind = json.path("kind").asText();
    boolean whole = !kind.equals("other") && !kind.equals("telesignal");
    whole &= !json.path("decoded").has("note");
    return free && whole && !json.path("decoded").has("serial_number");
  }

  private static String kind(JsonNode json) {
    if (!json.path("valid").asBoolean()) {
      return json.path("id").asText();
    }
    Set<String> names = new LinkedHashSet<>();
    JsonNode decoded = json.path("decoded");
    decoded.fieldNames().forEachRemaining(names::add);
    return "%s %s %s %s %s"
        .formatted(
            json.path("kind").asText(),
            json.path("variant").asText(),
            json.path("can_id").asText(),
            decoded.path("alarms"),
            names);
  }

  private static ObjectNode inOurForm(Connector connector, Vector vector) {
    JsonNode json = vector.json();
    ObjectNode out = JSON.createObjectNode();
    out.set("id", json.get("id"));
    for (String key : INPUT) {
      if (json.has(key) && !(key.equals("text") && json.has("hex"))) {
        out.set(key, json.get(key));
      }
    }
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of()));
    try {
      if (decoder.signals(vector.frame()).isEmpty()) {
        out.put("ignored", "overheard request");
      } else {
        out.set("signals", json.get("decoded"));
      }
    } catch (FrameException e) {
      out.put("refused", e.getMessage().split(":", 2)[0]);
    }
    JsonNode source = json.path("source");
    if (source.has("repo")) {
      out.put(
          "source",
          "%s %s %s, %s"
              .formatted(
                  source.path("repo").asText(),
                  source.path("commit").asText(),
                  source.path("path").asText(),
                  source.path("licence").asText()));
    } else {
      List<String> parts = new ArrayList<>(List.of(json.path("provenance").asText()));
      source.forEach(part -> parts.add(part.isTextual() ? part.asText() : part.toString()));
      out.put("source", String.join(", ", parts));
    }
    return out;
  }
}
