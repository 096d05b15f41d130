package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A frame that has been found in the message map and has passed every check.
 *
 * @param layout its signals, under the names of selector 0
 * @param word its bytes
 * @param mux value of its selector (string, or block of cells); 0 when it has none
 */
record Message(CanMessage type, List<CanSignal> layout, long word, int mux) {

  /**
   * Checks a frame.
   *
   * @return empty when its identifier is not in the map
   * @throws FrameException when its length or its selector is wrong
   */
  static Optional<Message> of(Frame frame, Settings settings) throws FrameException {
    if (frame.canId() < 0) {
      throw new FrameException("not a CAN frame: it has no identifier");
    }
    CanMessage type = MessageMap.of(settings.version10()).get(frame.canId());
    if (type == null) {
      return Optional.empty();
    }
    if (frame.data().length != type.length()) {
      throw new FrameException(
          "%d bytes where %s has %d".formatted(frame.data().length, type.name(), type.length()));
    }
    long word = CanSignal.word(frame.data());
    int mux = type.mux(word);
    return Optional.of(new Message(type, layout(type, mux, settings), word, mux));
  }

  private static List<CanSignal> layout(CanMessage type, int mux, Settings settings)
      throws FrameException {
    Optional<Repeat> repeat = Repeat.of(type.id());
    if (repeat.isPresent()) {
      repeat.get().check(type, mux, settings);
      return type.layout(0).orElseThrow();
    }
    return type.layout(mux)
        .orElseThrow(
            () ->
                new FrameException(
                    "multiplexer %d of %s is not in the CAN database".formatted(mux, type.name())));
  }

  long raw(CanSignal signal) {
    return signal.raw(word);
  }

  boolean isSet(CanSignal flag) {
    return flag.raw(word) != 0;
  }

  /** Every signal of the frame with its name in the CAN database, in the database's order. */
  void forEach(BiConsumer<String, CanSignal> action) {
    Optional<Repeat> repeat = mux == 0 ? Optional.empty() : Repeat.of(type.id());
    for (CanSignal signal : layout) {
      action.accept(repeat.map(r -> r.name(signal.name(), mux)).orElse(signal.name()), signal);
    }
  }

  @Override
  public String toString() {
    return "%s mux %d %016X".formatted(type.name(), mux, word).toUpperCase(Locale.ROOT);
  }
}
