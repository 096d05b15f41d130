package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the representative vectors of the project from the full sets; run by hand. */
final class VectorSelection {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int WINDOW_SECONDS = 5;

  /** Seconds at which the session's state is kept: also standby, both warnings, a bad sensor. */
  private static final List<Integer> KEPT = List.of(10, 160, 170, 210, 330, 420, 520, 600);

  private VectorSelection() {}

  public static void main(String[] args) throws IOException {
    Path from = VectorFiles.fullSet("foxbms").orElseThrow();
    Path to = VectorFiles.folder("foxbms");
    Files.write(
        to.resolve("v1.11.0.vectors.jsonl"),
        select(VectorFiles.lines(from.resolve("vectors.jsonl")), "", 2));
    Files.write(
        to.resolve("v1.10.0-capture.vectors.jsonl"),
        select(VectorFiles.lines(from.resolve("vectors-posix-v1.10.0.jsonl")), "1.10.0", 4));
    Files.write(to.resolve("session.candump.log"), thinned(from.resolve("session.candump.log")));
    List<String> states = new ArrayList<>();
    for (JsonNode state : VectorFiles.lines(from.resolve("session.expected.jsonl"))) {
      if (KEPT.contains(state.get("t").intValue())) {
        ObjectNode kept = JSON.createObjectNode();
        kept.set("t", state.get("t"));
        kept.set("state", state.get("state"));
        states.add(kept.toString());
      }
    }
    Files.write(to.resolve("session.expected.jsonl"), states);
  }

  /** So many of each message and kind, evenly spaced. */
  private static List<String> select(List<JsonNode> full, String version, int perKind) {
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    for (JsonNode vector : full) {
      String key = vector.get("id").asText() + " " + vector.get("kind").asText();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(vector);
    }
    List<String> chosen = new ArrayList<>();
    for (List<JsonNode> group : groups.values()) {
      int count = Math.min(perKind, group.size());
      for (int i = 0; i < count; i++) {
        int at = count == 1 ? 0 : i * (group.size() - 1) / (count - 1);
        chosen.add(inOurForm(group.get(at), version).toString());
      }
    }
    return chosen;
  }

  private static ObjectNode inOurForm(JsonNode vector, String version) {
    ObjectNode out = JSON.createObjectNode();
    out.put("can_id", vector.get("id").asText().substring(2));
    out.put("hex", vector.get("data_hex").asText());
    if (!version.isEmpty()) {
      out.putObject("settings").put("version", version);
    }
    out.set("signals", vector.get("decoded"));
    out.set("raw", vector.get("raw"));
    return out;
  }

  /** The newest frame of each identifier and selector in each window; states at its ends stay. */
  private static List<String> thinned(Path log) throws IOException {
    Map<String, String> newest = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    BigDecimal end = null;
    for (String line : Files.readAllLines(log)) {
      BigDecimal time = new BigDecimal(line.substring(1, line.indexOf(')')));
      if (end == null) {
        end =
            time.setScale(0, java.math.RoundingMode.FLOOR).add(BigDecimal.valueOf(WINDOW_SECONDS));
      }
      if (time.compareTo(end) > 0) {
        newest.values().stream().sorted().forEach(kept::add);
        newest.clear();
        while (time.compareTo(end) > 0) {
          end = end.add(BigDecimal.valueOf(WINDOW_SECONDS));
        }
      }
      String frame = line.substring(line.lastIndexOf(' ') + 1);
      boolean hasSelector = frame.startsWith("250") || frame.startsWith("260");
      newest.put(frame.substring(0, hasSelector ? 6 : 3), line);
    }
    newest.values().stream().sorted().forEach(kept::add);
    return kept;
  }
}
