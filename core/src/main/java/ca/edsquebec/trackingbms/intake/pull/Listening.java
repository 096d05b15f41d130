package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import java.util.List;

/** With a device that speaks by itself: nothing is ever sent. */
final class Listening implements Dialogue {

  private final FrameStream stream;

  Listening(Framing framing) {
    this.stream = new FrameStream(framing);
  }

  @Override
  public Step step(long nowMicros, byte[] received) {
    List<Frame> frames =
        stream.take(received).stream().map(bytes -> Frame.bytes(nowMicros, bytes)).toList();
    return new Step(List.of(), frames, Long.MAX_VALUE, 0);
  }
}
