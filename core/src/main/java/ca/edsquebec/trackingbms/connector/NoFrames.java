package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For a battery of which all comes under names: no frame is of interest. */
final class NoFrames implements Decoder {

  @Override
  public Optional<List<Reading>> decode(Frame frame) {
    return Optional.empty();
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) {
    return Optional.empty();
  }

  @Override
  public Decoder copy() {
    return this;
  }
}
