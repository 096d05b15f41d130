package ca.edsquebec.trackingbms.connector.vedirect;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes blocks that come whole, several in a row too, or a line at a time without its line end. The
 * lines of a block that has not ended yet are remembered.
 */
final class VeDirectDecoder implements Decoder {

  private static final int MAX_BLOCK = 1024;
  private static final String WRONG_SUM =
      "checksum mismatch: sum of all bytes of the block is not 0 mod 256";

  /** CR LF and a line, for each line so far. */
  private byte[] pending;

  /**
   * Whether a block has ended: the first one may have been cut by the beginning of the listening.
   */
  private boolean begun;

  VeDirectDecoder() {
    this(new byte[0], false);
  }

  private VeDirectDecoder(byte[] pending, boolean begun) {
    this.pending = pending;
    this.begun = begun;
  }

  @Override
  public Decoder copy() {
    return new VeDirectDecoder(pending, begun);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Step step = step(frame);
    pending = step.pending;
    begun = step.begun;
    return Optional.of(step.said.map(Decoded::readings).orElse(List.of()));
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return Optional.of(step(frame).said.map(Decoded::signals).orElse(Map.of()));
  }

  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  private record Step(Optional<Decoded> said, byte[] pending, boolean begun) {}

  private Step step(Frame frame) throws FrameException {
    if (frame.canId() >= 0) {
      throw new FrameException("a CAN frame, where the device speaks on a line");
    }
    byte[] data = VeDirectText.withoutHex(frame.data());
    if (VeDirectText.isLine(data)) {
      byte[] line = VeDirectText.withoutHexAtEnd(data);
      return line.length == 0 ? new Step(Optional.empty(), pending, begun) : line(line);
    }
    List<Decoded> blocks = new ArrayList<>();
    String problem = null;
    for (byte[] block : VeDirectText.blocks(data)) {
      if (VeDirectText.sum(block) == 0) {
        blocks.add(VeDirectFields.read(block));
      } else if (problem == null) {
        problem = WRONG_SUM;
      }
    }
    if (blocks.isEmpty()) {
      throw new FrameException(problem == null ? "truncated: no whole block" : problem);
    }
    return new Step(Optional.of(Decoded.of(blocks)), new byte[0], true);
  }

  private Step line(byte[] line) throws FrameException {
    // A label that is there already: the block before was refused, and this is the next one.
    boolean next = !VeDirectText.isEnd(line) && VeDirectText.hasLabelOf(pending, line);
    byte[] block = VeDirectText.append(next ? new byte[0] : pending, line);
    if (!VeDirectText.isEnd(line)) {
      if (block.length > MAX_BLOCK) {
        throw new FrameException("block of more than %d bytes".formatted(MAX_BLOCK));
      }
      return new Step(Optional.empty(), block, begun);
    }
    byte[] whole = VeDirectText.withLostCheck(block, line);
    if (VeDirectText.sum(whole) == 0) {
      return new Step(Optional.of(VeDirectFields.read(whole)), new byte[0], true);
    }
    if (begun) {
      throw new FrameException(WRONG_SUM);
    }
    return new Step(Optional.empty(), new byte[0], true);
  }
}
