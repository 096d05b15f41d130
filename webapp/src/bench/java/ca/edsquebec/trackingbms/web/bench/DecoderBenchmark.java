package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
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

  @Param({
    "foxbms", "dbc", "can35x", "thingset", "greenbms", "jbd", "jk", "daly", "pylontech", "seplos",
    "pace", "vedirect", "modbus-map"
  })
  public String connector;

  private Decoder decoder;
  private List<Frame> frames;
  private int next;
  private long micros = 1_767_225_600_000_000L;

  @Setup
  public void read() {
    Connector made = Connectors.withId(connector).orElseThrow();
    List<Vector> vectors = VectorFiles.of(connector).values().iterator().next();
    Map<String, String> given = vectors.get(0).settings();
    decoder = made.newDecoder(ConnectorSettings.of(made, given));
    frames =
        vectors.stream()
            .filter(vector -> vector.settings().equals(given) && vector.json().has("signals"))
            .map(Vector::frame)
            .filter(frame -> isValid(decoder.copy(), frame))
            .toList();
  }

  private static boolean isValid(Decoder decoder, Frame frame) {
    try {
      return decoder.decode(frame).isPresent();
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
