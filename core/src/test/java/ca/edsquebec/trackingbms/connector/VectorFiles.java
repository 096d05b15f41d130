package ca.edsquebec.trackingbms.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where recorded frames are, and one line of them as {@code vectors/README.md} describes it. */
public final class VectorFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private VectorFiles() {}

  /**
   * One recorded frame and what is expected of it.
   *
   * @param name file and line, for a message
   */
  public record Vector(String name, JsonNode json) {

    public Frame frame() {
      Captured line = Capture.line(1, json.toString().getBytes(StandardCharsets.UTF_8));
      if (line instanceof Captured.Received received) {
        return received.frame();
      }
      throw new IllegalStateException(name + " holds no frame: " + line);
    }

    public Map<String, String> settings() {
      Map<String, String> settings = new LinkedHashMap<>();
      json.path("settings")
          .properties()
          .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
      return settings;
    }
  }

  /** The folder of that connector's vectors; need not exist. */
  public static Path folder(String connectorId) {
    return moduleFolder().resolve("src/test/resources/vectors").resolve(connectorId);
  }

  /** All vectors of a connector that are part of the project, by file. */
  public static Map<Path, List<Vector>> of(String connectorId) {
    Map<Path, List<Vector>> vectors = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder(connectorId))) {
      files
          .filter(f -> f.getFileName().toString().endsWith(".vectors.jsonl"))
          .sorted()
          .forEach(f -> vectors.put(f, read(f)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vectors;
  }

  public static List<Vector> read(Path file) {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode json : lines(file)) {
      vectors.add(new Vector(file.getFileName() + ":" + (vectors.size() + 1), json));
    }
    return vectors;
  }

  /** The objects of a file of JSON Lines. */
  public static List<JsonNode> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      List<JsonNode> objects = new ArrayList<>();
      for (String line : (Iterable<String>) lines::iterator) {
        objects.add(JSON.readTree(line));
      }
      return objects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The full sets, which lie beside the project and are not part of it; empty when they do not. */
  public static Optional<Path> fullSet(String connectorId) {
    return Optional.of(shared().resolve(connectorId)).filter(Files::isDirectory);
  }

  /** Where full sets are looked for; need not exist. */
  public static Path shared() {
    return projectFolder().resolveSibling("shared").resolve("vectors");
  }

  /** The full sets that the connector's folder names, below {@link #shared}. */
  static List<String> fullSets(String connectorId) {
    Path list = folder(connectorId).resolve("full-sets.txt");
    try {
      return Files.exists(list) ? Files.readAllLines(list) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path moduleFolder() {
    return projectFolder().resolve("core");
  }

  /** The highest folder above us that is still a Maven project. */
  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && Files.exists(folder.resolveSibling("pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
