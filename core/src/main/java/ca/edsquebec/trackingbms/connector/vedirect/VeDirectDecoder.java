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

  /** CR LF and a line, for each line so far. */
  private byte[] pending;

  VeDirectDecoder() {
    this(new byte[0]);
  }

  private VeDirectDecoder(byte[] pending) {
    this.pending = pending;
  }

  @Override
  public Decoder copy() {
    return new VeDirectDecoder(pending);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Step step = step(frame);
    pending = step.pending;
    return Optional.of(step.said.map(Decoded::readings).orElse(List.of()));
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return Optional.of(step(frame).said.map(Decoded::signals).orElse(Map.of()));
  }

  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  private record Step(Optional<Decoded> said, byte[] pending) {}

  private Step step(Frame frame) throws FrameException {
    if (frame.canId() >= 0) {
      throw new FrameException("a CAN frame, where the device speaks on a line");
    }
    byte[] data = VeDirectText.withoutHex(frame.data());
    if (VeDirectText.isLine(data)) {
      return line(data);
    }
    List<Decoded> blocks = new ArrayList<>();
    String problem = null;
    for (byte[] block : VeDirectText.blocks(data)) {
      if (VeDirectText.sum(block) == 0) {
        blocks.add(VeDirectFields.read(block));
      } else if (problem == null) {
        problem = "checksum mismatch: sum of all bytes of the block is not 0 mod 256";
      }
    }
    if (blocks.isEmpty()) {
      throw new FrameException(problem == null ? "truncated: no whole block" : problem);
    }
    return new Step(Optional.of(Decoded.of(blocks)), new byte[0]);
  }

  private Step line(byte[] line) throws FrameException {
    byte[] block = VeDirectText.append(pending, line);
    if (!VeDirectText.isEnd(line)) {
      if (block.length > MAX_BLOCK) {
        throw new FrameException("block of more than %d bytes".formatted(MAX_BLOCK));
      }
      return new Step(Optional.empty(), block);
    }
    byte[] whole = VeDirectText.withLostCheck(block, line);
    // What was lost before this block can't be told from what was changed, so both end here.
    boolean right = VeDirectText.sum(whole) == 0;
    return new Step(
        right ? Optional.of(VeDirectFields.read(whole)) : Optional.empty(), new byte[0]);
  }
}
