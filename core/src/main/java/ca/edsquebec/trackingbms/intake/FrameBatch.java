package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.List;

/**
 * What one request brought: frames, and pieces that could not even be read as a frame.
 *
 * @param frames in the order sent
 * @param faults in the order sent
 */
public record FrameBatch(List<Offered> frames, List<Fault> faults) {

  /**
   * A frame and where it stood.
   *
   * @param offset its place in what was sent, from 0: the item of a list, the line of a text
   */
  public record Offered(long offset, Frame frame) {}

  /**
   * A piece that is not a frame.
   *
   * @param text the piece, for whoever looks after the device
   * @param skipped true when it is well-formed and of no interest, such as a remote frame
   */
  public record Fault(long offset, String text, String reason, boolean skipped) {

    /** Characters of a text or a reason, which may quote a line of a megabyte. */
    private static final int LENGTH = 200;

    public Fault {
      text = cut(text);
      reason = cut(reason);
    }

    private static String cut(String text) {
      return text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    }
  }

  public FrameBatch {
    frames = List.copyOf(frames);
    faults = List.copyOf(faults);
  }
}
