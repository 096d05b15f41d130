package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes the frames of one battery, in the order received. Holds what must be remembered from
 * frame to frame and nothing else; not for use by several threads.
 *
 * <p>Whatever bytes it is given it answers or throws {@link FrameException}; it never loops, never
 * grows without bound, never throws anything else, and a refused frame leaves its state as it was.
 */
public interface Decoder {

  /**
   * What the frame says about the battery.
   *
   * @return empty optional when the frame is of no interest (an unknown identifier, another
   *     device); an empty list when it is understood and says nothing about a metric
   * @throws FrameException when the frame can't be what it claims to be
   */
  Optional<List<Reading>> decode(Frame frame) throws FrameException;

  /**
   * What the wire said, before any meaning: signal names of the device's own documentation with
   * physical values, in the frame's order. Empty optional as in {@link #decode}. Numbers are {@link
   * java.math.BigDecimal}, exact; a device that sends them also gives {@link String}, {@link
   * Boolean}, null, and {@link List} of these. Never a secret.
   *
   * @throws FrameException when the frame can't be what it claims to be
   */
  Optional<Map<String, Object>> signals(Frame frame) throws FrameException;

  /**
   * As {@link #decode}, with each module of a battery by itself where the frame holds several, in
   * its order; else one list.
   *
   * @throws FrameException when the frame can't be what it claims to be
   */
  default Optional<List<List<Reading>>> modules(Frame frame) throws FrameException {
    return decode(frame).map(List::of);
  }

  /** A decoder in the same state that goes its own way from here. */
  Decoder copy();
}
