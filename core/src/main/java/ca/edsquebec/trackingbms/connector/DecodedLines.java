package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.SampleJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what becomes of each line of recorded input; one class for each form of output. */
abstract class DecodedLines {

  final JsonGenerator json;

  private DecodedLines(JsonGenerator json) {
    this.json = json;
  }

  /** False when the frame is of no interest; nothing has been written then. */
  abstract boolean decoded(Captured.Received line) throws FrameException, IOException;

  void ignored(Captured line) throws IOException {}

  /**
   * @param number of the line, counted from 1
   * @param shown the line, as far as it may be shown
   */
  void invalid(long number, String reason, String shown) throws IOException {
    json.writeStartObject();
    json.writeStringField("error", reason);
    json.writeStringField("frame", shown);
    json.writeEndObject();
  }

  /** The input has been read. */
  void end() throws IOException {}

  final void writeSample(Sample sample, boolean dated) throws IOException {
    writeSample(sample, dated, 0);
  }

  /**
   * @param module of the battery, counted from 1; 0 for the whole
   */
  final void writeSample(Sample sample, boolean dated, int module) throws IOException {
    json.writeStartObject();
    if (dated) {
      json.writeNumberField("ts", sample.ts());
    }
    if (module > 0) {
      json.writeNumberField("module", module);
    }
    SampleJson.writeFields(json, sample);
    json.writeEndObject();
  }

  final void writeSignals(Map<String, Object> signals) throws IOException {
    json.writeObjectFieldStart("signals");
    for (Map.Entry<String, Object> signal : signals.entrySet()) {
      json.writeObjectField(signal.getKey(), signal.getValue());
    }
    json.writeEndObject();
  }

  /** What the wire said. */
  static final class Signals extends DecodedLines {

    private final Decoder decoder;

    Signals(JsonGenerator json, Decoder decoder) {
      super(json);
      this.decoder = decoder;
    }

    @Override
    boolean decoded(Captured.Received line) throws FrameException, IOException {
      Frame frame = line.frame();
      Optional<Map<String, Object>> signals = decoder.signals(frame);
      if (signals.isPresent()) {
        json.writeStartObject();
        if (line.dated()) {
          json.writeNumberField("ts", millis(frame.timeMicros()));
        }
        if (frame.id().isPresent()) {
          json.writeStringField("id", frame.idText());
        }
        writeSignals(signals.get());
        json.writeEndObject();
      }
      return signals.isPresent();
    }

    private static BigDecimal millis(long micros) {
      return micros % 1000 == 0
          ? BigDecimal.valueOf(micros / 1000)
          : BigDecimal.valueOf(micros, 3).stripTrailingZeros();
    }
  }

  /** Samples as the portal would store them. */
  static final class Samples extends DecodedLines {

    private final Snapshots snapshots;
    private boolean dated;
    private boolean pending;
    private long lastTs = Long.MIN_VALUE;

    Samples(JsonGenerator json, Decoder decoder) {
      super(json);
      snapshots = new Snapshots(Decoding.PERIOD_MILLIS, decoder, new WorkingState());
    }

    @Override
    boolean decoded(Captured.Received line) throws FrameException, IOException {
      dated |= line.dated();
      long now = snapshots.newestMicros().orElse(0);
      Frame frame = line.dated() ? line.frame() : line.frame().at(now);
      boolean ofInterest = snapshots.accept(frame, this::write);
      pending |= ofInterest;
      if (ofInterest && !dated && frame.canId() < 0) {
        end();
      }
      return ofInterest;
    }

    @Override
    void end() throws IOException {
      Sample last = snapshots.current(snapshots.newestMicros().orElse(0) / 1000);
      if (pending && !last.isEmpty() && (!dated || last.ts() != lastTs)) {
        writeSample(last, dated);
      }
      pending = false;
    }

    private void write(Sample sample) {
      try {
        lastTs = sample.ts();
        writeSample(sample, dated);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One object a line, by a decoder that has seen nothing. */
  static final class EachAlone extends DecodedLines {

    private final Supplier<Decoder> decoders;
    private final boolean raw;

    EachAlone(JsonGenerator json, Supplier<Decoder> decoders, boolean raw) {
      super(json);
      this.decoders = decoders;
      this.raw = raw;
    }

    @Override
    boolean decoded(Captured.Received line) throws FrameException, IOException {
      return raw ? signals(line) : samples(line);
    }

    private boolean signals(Captured.Received line) throws FrameException, IOException {
      Optional<Map<String, Object>> signals = decoders.get().signals(line.frame());
      if (signals.isPresent()) {
        start(line.line(), true);
        writeSignals(signals.get());
        json.writeEndObject();
      }
      return signals.isPresent();
    }

    private boolean samples(Captured.Received line) throws FrameException, IOException {
      Optional<List<List<Reading>>> modules = decoders.get().modules(line.frame());
      if (modules.isPresent()) {
        start(line.line(), true);
        json.writeArrayFieldStart("samples");
        int count = modules.get().size();
        for (int i = 0; i < count; i++) {
          WorkingState state = new WorkingState();
          state.merge(line.frame().timeMicros(), modules.get().get(i));
          Sample sample = state.snapshot(line.frame().timeMicros() / 1000);
          if (!sample.isEmpty()) {
            writeSample(sample, line.dated(), count > 1 ? i + 1 : 0);
          }
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      return modules.isPresent();
    }

    /** A line of no interest is a good line that says nothing. */
    @Override
    void ignored(Captured line) throws IOException {
      start(line.line(), true);
      if (raw) {
        writeSignals(Map.of());
      } else {
        json.writeArrayFieldStart("samples");
        json.writeEndArray();
      }
      json.writeEndObject();
    }

    @Override
    void invalid(long number, String reason, String shown) throws IOException {
      start(number, false);
      json.writeStringField("error", reason);
      json.writeEndObject();
    }

    private void start(long number, boolean ok) throws IOException {
      json.writeStartObject();
      json.writeNumberField("line", number);
      json.writeBooleanField("ok", ok);
    }
  }
}
