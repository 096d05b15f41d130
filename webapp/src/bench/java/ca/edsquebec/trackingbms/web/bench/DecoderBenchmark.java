package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Frames to readings on one core: the project's recordings that are valid, one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecoderBenchmark {

  private static final long APART_MICROS = 10_000;

  /** Its id; {@link CodeMode} gives all of {@link #connectors}. */
  @Param("foxbms")
  public String connector;

  private Decoder decoder;
  private List<Frame> frames = List.of();
  private int next;
  private long micros = 1_767_225_600_000_000L;

  /** What is measured: all that is installed and has recordings of its own. */
  static String[] connectors() {
    return Connectors.installed().stream()
        .map(Connector::id)
        .filter(id -> Files.isDirectory(VectorFiles.folder(id)))
        .toArray(String[]::new);
  }

  @Setup
  public void read() {
    Connector made = Connectors.withId(connector).orElseThrow();
    VectorFiles.of(connector).values().forEach(vectors -> choose(made, vectors));
    if (frames.isEmpty()) {
      throw new IllegalStateException(connector + " has no recorded frame that says something");
    }
    System.out.println("# Frames: " + frames.size());
  }

  // The file that says most stands for the connector; its first battery for the file.
  private void choose(Connector made, List<Vector> vectors) {
    Map<String, String> given = vectors.get(0).settings();
    Decoder fresh = made.newDecoder(ConnectorSettings.of(made, given));
    Decoder tried = fresh.copy();
    List<Frame> valid =
        vectors.stream()
            .filter(vector -> vector.settings().equals(given) && vector.json().has("signals"))
            .map(Vector::frame)
            .filter(frame -> saysSomething(tried, frame))
            .toList();
    if (valid.size() > frames.size()) {
      decoder = fresh;
      frames = valid;
    }
  }

  private static boolean saysSomething(Decoder decoder, Frame frame) {
    try {
      return decoder.decode(frame).filter(readings -> !readings.isEmpty()).isPresent();
    } catch (FrameException refused) {
      return false;
    }
  }

  @Benchmark
  public Object decodeFrame() throws FrameException {
    next = next + 1 < frames.size() ? next + 1 : 0;
    micros += APART_MICROS;
    return decoder.decode(frames.get(next).at(micros));
  }
}
