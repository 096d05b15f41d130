package ca.edsquebec.trackingbms.connector;

import java.util.List;

/**
 * The conversation with one device that must be asked: which request goes out when, and which of
 * the bytes that come in are its answer. The same over a serial line, TCP or a WebSocket, for it
 * has neither a socket nor a clock: bytes and the time go in, bytes and frames come out.
 *
 * <p>It asks for nothing but what reads. One object a connection, one thread at a time. Whatever
 * bytes it is given, at whatever time, it neither throws nor loops nor grows without bound.
 */
public interface Dialogue {

  /**
   * Tells it what has happened since it was told last. The first call says that the connection is
   * open; after that call it when bytes come and, without bytes, at the time that the last step
   * asked for. To call it earlier does no harm.
   *
   * @param nowMicros the time, epoch microseconds; a clock that was set back is taken as time that
   *     stood still
   * @param received what the device has sent since, chunked anyhow; may be empty
   */
  Step step(long nowMicros, byte[] received);

  /**
   * Why the device would not talk, in its own words: printable ASCII, empty when it gave no reason.
   * For any thread.
   */
  default String complaint() {
    return "";
  }

  /**
   * What is to be done now.
   *
   * @param send requests, each to be written at once and whole, in this order
   * @param frames what the device has said, complete, for a {@link Decoder}; an answer has its
   *     request beside it
   * @param wakeAtMicros when to call again although nothing came, epoch microseconds
   * @param unanswered requests in a row that were not answered in time; whoever owns the connection
   *     decides how many make it a dead one
   */
  record Step(List<byte[]> send, List<Frame> frames, long wakeAtMicros, int unanswered) {
    public Step {
      send = List.copyOf(send);
      frames = List.copyOf(frames);
    }
  }
}
