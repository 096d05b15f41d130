package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A request's body as it was meant: unzipped, and never more of it than we can bear. Close it when
 * what was read of it is dealt with.
 */
final class RequestBody {

  /** As sent: the recorded ten minutes of a CAN bus have half of it. */
  static final long MAX_SENT_BYTES = 8L << 20;

  /** After unzipping. */
  static final long MAX_BYTES = 16L << 20;

  /** Twenty minutes of a busy CAN bus. */
  private static final int MAX_FRAMES = 200_000;

  /** Read and thrown away of a body that is too large, so that its sender hears why. */
  private static final long MAX_DRAINED_BYTES = 64L << 20;

  private RequestBody() {}

  /**
   * @throws ClientErrorException 413 here or while reading, when it is too large; 415 when its
   *     encoding is neither none nor gzip
   */
  static InputStream open(HttpServletRequest request) throws IOException {
    InputStream sent = new Wire(request.getInputStream());
    if (request.getContentLengthLong() > MAX_SENT_BYTES) {
      throw tooLarge(sent, MAX_SENT_BYTES);
    }
    boolean small =
        request.getContentLengthLong() >= 0
            && request.getContentLengthLong() <= LargeBodies.LARGE_BYTES;
    String encoding = request.getHeader("Content-Encoding");
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    if (!plain && !encoding.equalsIgnoreCase("gzip")) {
      throw new ClientErrorException(
          "Content-Encoding \"" + encoding + "\" is not understood: send gzip or none",
          Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    // A small zip may be a large body.
    boolean large = !small || !plain;
    if (large) {
      LargeBodies.enter();
    }
    InputStream limited = new Limited(sent, sent, MAX_SENT_BYTES, large);
    return plain ? limited : unzipped(limited, sent);
  }

  private static InputStream unzipped(InputStream limited, InputStream sent) throws IOException {
    try {
      return new Limited(new GZIPInputStream(limited, 16 << 10), sent, MAX_BYTES, false);
    } catch (ZipException | EOFException notGzip) {
      limited.close();
      throw new InvalidException("Content-Encoding", "the body is not gzip, or ends at once");
    } catch (IOException | RuntimeException e) {
      limited.close();
      throw e;
    }
  }

  /** Refuses the frame beyond the last one that one request may bring. */
  static void requireRoom(int frames) {
    if (frames >= MAX_FRAMES) {
      throw new ClientErrorException(
          "more than %d frames in one request: send them in parts".formatted(MAX_FRAMES),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }

  private static ClientErrorException tooLarge(InputStream sent, long limit) throws IOException {
    byte[] waste = new byte[16 << 10];
    long left = MAX_DRAINED_BYTES;
    for (int n = sent.read(waste); n >= 0 && left > 0; n = sent.read(waste)) {
      left -= n;
    }
    return new ClientErrorException(
        "the body is larger than %d MiB: send it in parts".formatted(limit >> 20),
        Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }

  /** A connection that breaks is a body that ends early, as one cut by a proxy is. */
  private static final class Wire extends FilterInputStream {

    Wire(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw broken(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw broken(e);
      }
    }

    private static IOException broken(IOException cause) {
      return (IOException) new EOFException("the connection broke").initCause(cause);
    }
  }

  /** Refuses at its limit instead of ending, which would look like a short body. */
  private static final class Limited extends InputStream {

    private final InputStream in;
    private final InputStream sent;
    private final long limit;
    private final AtomicBoolean holdsRoom;
    private long seen;

    /**
     * @param holdsRoom whether closing it makes room for another large body
     */
    Limited(InputStream in, InputStream sent, long limit, boolean holdsRoom) {
      this.in = in;
      this.sent = sent;
      this.limit = limit;
      this.holdsRoom = new AtomicBoolean(holdsRoom);
    }

    @Override
    public void close() throws IOException {
      if (holdsRoom.compareAndSet(true, false)) {
        LargeBodies.leave();
      }
      in.close();
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      seen += n;
      if (seen > limit) {
        throw tooLarge(sent, limit);
      }
    }
  }
}
