package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decoder whose device, or whose shunt, was mounted the other way round: current and power have
 * their signs turned. What the wire said stays as it was.
 */
final class TurnedDecoder implements Decoder {

  private final Decoder decoder;

  TurnedDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    return decoder.decode(frame).map(TurnedDecoder::turned);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return decoder.signals(frame);
  }

  @Override
  public Optional<List<List<Reading>>> modules(Frame frame) throws FrameException {
    return decoder.modules(frame).map(all -> all.stream().map(TurnedDecoder::turned).toList());
  }

  @Override
  public Decoder copy() {
    return new TurnedDecoder(decoder.copy());
  }

  static List<Reading> turned(List<Reading> readings) {
    return readings.stream().map(TurnedDecoder::turned).toList();
  }

  private static Reading turned(Reading reading) {
    return reading instanceof Reading.Scalar said
            && (said.metric() == Metric.CURRENT || said.metric() == Metric.POWER)
        // 0 - 0 is 0, where -0 would be shown as such.
        ? new Reading.Scalar(said.metric(), 0 - said.value())
        : reading;
  }
}
