package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of one frame that tell a voltage and cells, each as a device that says it for a minute.
 */
final class RecordedAnswers {

  private static final int TIMES = 12;
  private static final long PERIOD_MILLIS = 5_000;

  private RecordedAnswers() {}

  /** By the ids of the vectors of the project. */
  static Map<String, List<Sample>> ours() {
    Map<String, List<Sample>> answers = new LinkedHashMap<>();
    for (Connector connector : Connectors.installed()) {
      if (Files.isDirectory(VectorFiles.folder(connector.id()))) {
        VectorFiles.of(connector.id())
            .values()
            .forEach(vectors -> vectors.forEach(vector -> put(answers, connector, vector)));
      }
    }
    return answers;
  }

  /** As above, of the sets that lie beside the project. */
  static Map<String, List<Sample>> full() {
    Map<String, List<Sample>> answers = new LinkedHashMap<>();
    for (Connector connector : Connectors.installed()) {
      Path list = VectorFiles.folder(connector.id()).resolve("full-sets.txt");
      try {
        for (String set : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
          VectorFiles.read(VectorFiles.shared().resolve(set))
              .forEach(vector -> put(answers, connector, vector));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return answers;
  }

  private static void put(Map<String, List<Sample>> answers, Connector connector, Vector vector) {
    List<Reading> said = said(connector, vector);
    List<Sample> samples = new ArrayList<>();
    WorkingState state = new WorkingState();
    for (int i = 0; i < TIMES; i++) {
      state.merge(i * PERIOD_MILLIS * 1000, said);
      samples.add(state.snapshot(i * PERIOD_MILLIS));
    }
    Sample one = samples.get(0);
    // A board without a battery on it tells 0 V.
    if (one.cellVoltages().length > 0 && one.value(Metric.PACK_VOLTAGE) > 0) {
      answers.put(vector.json().path("id").asText(vector.name()), samples);
    }
  }

  /** Nothing, when it is to be refused or of no interest. */
  private static List<Reading> said(Connector connector, Vector vector) {
    try {
      Optional<List<Reading>> said =
          connector
              .newDecoder(ConnectorSettings.of(connector, vector.settings()))
              .decode(vector.frame());
      return said.orElse(List.of());
    } catch (FrameException refused) {
      return List.of();
    }
  }
}
