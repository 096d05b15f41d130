package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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
   * Returns when the whole body is here.
   *
   * @throws ClientErrorException 413 here or while reading, when it is too large; 415 when its
   *     encoding is neither none nor gzip
   */
  static InputStream open(HttpServletRequest request) throws IOException {
    InputStream sent = request.getInputStream();
    if (request.getContentLengthLong() > MAX_SENT_BYTES) {
      throw tooLarge(sent, MAX_SENT_BYTES);
    }
    String encoding = request.getHeader("Content-Encoding");
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    if (!plain && !encoding.equalsIgnoreCase("gzip")) {
      throw new ClientErrorException(
          "Content-Encoding \"" + encoding + "\" is not understood: send gzip or none",
          Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    InputStream body =
        SentBody.receive(
            new Limited(sent, sent, MAX_SENT_BYTES),
            folder(request.getServletContext()),
            LargeBodies.LARGE_BYTES);
    boolean small =
        request.getContentLengthLong() >= 0
            && request.getContentLengthLong() <= LargeBodies.LARGE_BYTES;
    // A small zip may be a large body.
    return small && plain ? body : inItsTurn(body, plain);
  }

  private static InputStream inItsTurn(InputStream body, boolean plain) throws IOException {
    try {
      LargeBodies.enter();
    } catch (RuntimeException e) {
      body.close();
      throw e;
    }
    InputStream turn = new Turn(body);
    try {
      return plain
          ? turn
          : new Limited(
              new GZIPInputStream(turn, 16 << 10), InputStream.nullInputStream(), MAX_BYTES);
    } catch (ZipException | EOFException notGzip) {
      turn.close();
      throw new InvalidException("Content-Encoding", "the body is not gzip, or ends at once");
    } catch (IOException | RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  private static Path folder(ServletContext context) {
    return ((File) context.getAttribute(ServletContext.TEMPDIR)).toPath();
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

  /** A large body that was let in; closing it makes room for another. */
  private static final class Turn extends FilterInputStream {

    private final AtomicBoolean over = new AtomicBoolean();

    Turn(InputStream body) {
      super(body);
    }

    @Override
    public void close() throws IOException {
      if (over.compareAndSet(false, true)) {
        LargeBodies.leave();
      }
      super.close();
    }
  }

  /** Refuses at its limit instead of ending, which would look like a short body. */
  private static final class Limited extends FilterInputStream {

    private final InputStream rest;
    private final long limit;
    private long seen;

    /**
     * @param rest what is read and thrown away beyond the limit
     */
    Limited(InputStream in, InputStream rest, long limit) {
      super(in);
      this.rest = rest;
      this.limit = limit;
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
        throw tooLarge(rest, limit);
      }
    }
  }
}
