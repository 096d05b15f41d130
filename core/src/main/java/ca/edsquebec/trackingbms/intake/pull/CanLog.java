package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.wire.CanText;
import ca.edsquebec.trackingbms.connector.wire.Candump;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * With canlogserver, which sends candump's lines to whoever connects (can-utils, canlogserver.c).
 * The time of a frame is that of its coming: clocks of such gateways are often wrong, and what is
 * heard live needs none. Lines that are no classic data frame are dropped.
 */
final class CanLog implements Dialogue {

  /** A line of CAN FD has 64 bytes, and its channel a name of 15. */
  private final FrameStream stream = new FrameStream(Framing.lines(256));

  @Override
  public Step step(long nowMicros, byte[] received) {
    List<Frame> frames = new ArrayList<>();
    for (byte[] line : stream.take(received)) {
      String text = new String(line, StandardCharsets.ISO_8859_1).strip();
      if (Candump.parse(text) instanceof CanText.Data data) {
        frames.add(frame(nowMicros, data));
      }
    }
    return new Step(List.of(), frames, Long.MAX_VALUE, 0);
  }

  private static Frame frame(long nowMicros, CanText.Data data) {
    int id = data.extended() ? data.id() | Frame.EXTENDED : data.id();
    return Frame.can(nowMicros, id, data.data());
  }
}
