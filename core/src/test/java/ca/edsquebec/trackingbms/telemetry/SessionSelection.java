package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.SampleJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the representative sessions of the project from the full sets; run by hand. */
final class SessionSelection {

  private static final JsonMapper JSON = new JsonMapper();

  private SessionSelection() {}

  public static void main(String[] args) throws IOException {
    Path green = VectorFiles.fullSet("greenbms").orElseThrow();
    Path bms = VectorFiles.fullSet("bms").orElseThrow();
    write(
        VectorFiles.folder("greenbms"),
        RecordedSessions.greenBmsTruth(green.resolve("session-16s.truth.jsonl")),
        4);
    write(
        VectorFiles.folder("vedirect"),
        RecordedSessions.veDirectReplay(bms.resolve("vedirect-bmv702-replay.jsonl")),
        1);
  }

  /** One of so many samples. */
  private static void write(Path folder, List<Sample> samples, int oneOf) throws IOException {
    Files.createDirectories(folder);
    try (var file = Files.newBufferedWriter(folder.resolve("session.samples.jsonl"));
        JsonGenerator json = JSON.getFactory().createGenerator(file)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (int i = 0; i < samples.size(); i += oneOf) {
        SampleJson.write(json, samples.get(i));
      }
      json.writeRaw('\n');
    }
  }
}
