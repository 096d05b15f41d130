package ca.edsquebec.trackingbms.connector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the bytes of one connection into frames, however they were chunked. Holds at most what one
 * frame may have; not for use by several threads.
 */
public final class FrameStream {

  private final Framing framing;
  private byte[] held = {};
  private int start;
  private int end;
  private long dropped;

  /** A stream of which nothing has come yet. */
  public FrameStream(Framing framing) {
    this.framing = framing;
  }

  /** The frames that these bytes complete, in order; the bytes are copied. */
  public List<byte[]> take(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    int from = 0;
    while (from < bytes.length) {
      int count = Math.min(bytes.length - from, framing.maxLength());
      append(bytes, from, count);
      from += count;
      cut(frames);
    }
    return frames;
  }

  private void append(byte[] bytes, int from, int count) {
    int length = end - start;
    if (end + count > held.length) {
      byte[] to = length + count > held.length ? new byte[(length + count) * 2] : held;
      System.arraycopy(held, start, to, 0, length);
      held = to;
      start = 0;
      end = length;
    }
    System.arraycopy(bytes, from, held, end, count);
    end += count;
  }

  private void cut(List<byte[]> frames) {
    while (start < end) {
      // Never more than that, so that it is the same however the bytes came.
      int window = Math.min(end, start + framing.maxLength());
      int length = framing.measure(held, start, window);
      if (length > 0) {
        frames.add(Arrays.copyOfRange(held, start, start + length));
        start += length;
      } else if (length < 0) {
        drop(-length);
      } else if (end - start >= framing.maxLength()) {
        drop(1);
      } else {
        return;
      }
    }
  }

  private void drop(int count) {
    start += count;
    dropped += count;
  }

  /** Forgets what is incomplete: the connection was lost, or the device was too slow. */
  public void forget() {
    dropped += end - start;
    start = 0;
    end = 0;
  }

  /** Bytes held of a frame that is not complete. */
  int pending() {
    return end - start;
  }

  /** Bytes that belonged to no frame, since the beginning. */
  long dropped() {
    return dropped;
  }
}
