package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes answers each of which can be understood without the others, so there is nothing to
 * remember. A frame may hold several telegrams and noise around them: those that pass their check
 * are read; when none does, the frame is refused for the reason of the first.
 */
public final class AnswerDecoder implements Decoder {

  private final Telegrams.Shape shape;
  private final Reader reader;

  /** Understands one telegram. */
  @FunctionalInterface
  public interface Reader {

    /**
     * @param telegram whole, its check is right
     * @param frame it came in, for its request and variant
     * @return empty when it is of no interest, such as a request that was overheard
     * @throws FrameException when it can't be what it claims to be
     */
    Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException;
  }

  public AnswerDecoder(Telegrams.Shape shape, Reader reader) {
    this.shape = shape;
    this.reader = reader;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    return read(frame, shape, reader).map(Decoded::readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return read(frame, shape, reader).map(Decoded::signals);
  }

  @Override
  public Decoder copy() {
    return this;
  }

  /**
   * All telegrams of a frame, understood.
   *
   * @return empty when all of them are of no interest
   * @throws FrameException when it holds no telegram, or one that can't be what it claims to be
   */
  public static Optional<Decoded> read(Frame frame, Telegrams.Shape shape, Reader reader)
      throws FrameException {
    List<Decoded> answers = new ArrayList<>(1);
    for (byte[] telegram : telegrams(frame, shape)) {
      reader.read(telegram, frame).ifPresent(answers::add);
    }
    return answers.isEmpty() ? Optional.empty() : Optional.of(Decoded.of(answers));
  }

  /**
   * All telegrams of a frame, unread.
   *
   * @throws FrameException when it holds none
   */
  public static List<byte[]> telegrams(Frame frame, Telegrams.Shape shape) throws FrameException {
    if (frame.canId() >= 0) {
      throw new FrameException("a CAN frame, where the device speaks on a line");
    }
    Telegrams.Found found = Telegrams.find(frame.data(), shape);
    if (found.problem() != null) {
      throw new FrameException(found.problem());
    }
    return found.whole();
  }
}
