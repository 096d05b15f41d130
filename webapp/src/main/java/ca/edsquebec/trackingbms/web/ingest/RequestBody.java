package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.problem.JsonFault;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A request's body as it was meant: unzipped, and never more of it than we can bear. Close it when
 * what was read of it is dealt with.
 */
public final class RequestBody {

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
  public static InputStream open(HttpServletRequest request) throws IOException {
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
    try {
      return new InItsTurn(plain ? body : unzipped(body));
    } catch (IOException | RuntimeException e) {
      body.close();
      throw e;
    }
  }

  /**
   * What is wrong with a body that could be read so far and no further.
   *
   * @throws IOException the one given, when it is not the body's fault
   */
  public static String damage(IOException e) throws IOException {
    boolean theirs =
        e instanceof JsonProcessingException
            || e instanceof EOFException
            || e instanceof ZipException
            || e instanceof CharConversionException;
    if (!theirs) {
      throw e;
    }
    if (e instanceof JsonProcessingException json) {
      return JsonFault.reason(json);
    }
    return e.getMessage() == null ? "it ends early" : e.getMessage();
  }

  private static InputStream unzipped(InputStream body) throws IOException {
    try {
      return new Limited(
          new GZIPInputStream(body, 16 << 10), InputStream.nullInputStream(), MAX_BYTES);
    } catch (ZipException | EOFException notGzip) {
      throw new InvalidException("Content-Encoding", "the body is not gzip, or ends at once");
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

  /**
   * Waits for room among the large bodies once it turns out to be one (a small zip may be), and
   * makes room when it is closed.
   */
  private static final class InItsTurn extends FilterInputStream {

    private boolean holdsRoom;
    private long seen;

    InItsTurn(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      seen += Math.max(n, 0);
      if (seen > LargeBodies.LARGE_BYTES && !holdsRoom) {
        LargeBodies.enter();
        holdsRoom = true;
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      if (holdsRoom) {
        holdsRoom = false;
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
