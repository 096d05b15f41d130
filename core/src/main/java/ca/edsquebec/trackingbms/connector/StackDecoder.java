package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.Decoded.Module;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes the answers of modules that stand in parallel and are one battery. Remembers what each
 * module said last, and tells with each answer what that makes together ({@link ModuleStack}).
 */
public final class StackDecoder implements Decoder {

  private final Telegrams.Shape shape;
  private final AnswerDecoder.Reader reader;
  private final ModuleStack stack;

  /** When the device last told that value of the whole battery, which goes before what adds up. */
  private final Map<Metric, Long> toldOfWhole;

  /**
   * @param modules how many the battery has; 0 for those that are heard until one answers again
   */
  public StackDecoder(Telegrams.Shape shape, AnswerDecoder.Reader reader, int modules) {
    this(shape, reader, new ModuleStack(modules), Map.of());
  }

  private StackDecoder(
      Telegrams.Shape shape,
      AnswerDecoder.Reader reader,
      ModuleStack stack,
      Map<Metric, Long> toldOfWhole) {
    this.shape = shape;
    this.reader = reader;
    this.stack = stack;
    this.toldOfWhole = new EnumMap<>(Metric.class);
    this.toldOfWhole.putAll(toldOfWhole);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    return AnswerDecoder.read(frame, shape, reader).map(said -> together(frame, said));
  }

  private List<Reading> together(Frame frame, Decoded said) {
    long now = frame.timeMicros();
    for (Reading reading : said.readings()) {
      if (reading instanceof Reading.Scalar scalar) {
        toldOfWhole.put(scalar.metric(), now);
      }
    }
    for (Module module : said.modules()) {
      stack.put(module, now);
    }
    if (said.isWholeStack()) {
      stack.heardAll();
    }
    List<Reading> all = new ArrayList<>(said.readings());
    if (!said.modules().isEmpty()) {
      stack.at(now).stream().filter(reading -> !isToldOfWhole(reading, now)).forEach(all::add);
    }
    return all;
  }

  private boolean isToldOfWhole(Reading reading, long now) {
    return reading instanceof Reading.Scalar scalar
        && toldOfWhole.containsKey(scalar.metric())
        && now - toldOfWhole.get(scalar.metric()) <= WorkingState.MAX_AGE_MICROS;
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return AnswerDecoder.read(frame, shape, reader).map(Decoded::signals);
  }

  @Override
  public Optional<List<List<Reading>>> modules(Frame frame) throws FrameException {
    return AnswerDecoder.read(frame, shape, reader)
        .map(
            said ->
                said.modules().isEmpty()
                    ? List.of(said.readings())
                    : said.modules().stream().map(Module::readings).toList());
  }

  @Override
  public Decoder copy() {
    return new StackDecoder(shape, reader, stack.copy(), toldOfWhole);
  }
}
