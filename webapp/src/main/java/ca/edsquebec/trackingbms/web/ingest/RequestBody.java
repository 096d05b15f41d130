package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.problem.JsonFault;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    String encoding = request.getHeader("Content-Encoding");
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    if (!plain && !encoding.equalsIgnoreCase("gzip")) {
      throw new ClientErrorException(
          "Content-Encoding \"" + encoding + "\" is not understood: send gzip or none",
          Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    // A small zip may be a large body: what counts is how much comes out of it.
    InputStream limited = new Limited(sent, sent, MAX_SENT_BYTES, plain);
    return plain ? limited : unzipped(limited, sent);
  }

  /**
   * What is wrong with a body that could be read so far and no further.
   *
   * @throws IOException the one given, when it is not the body's fault
   */
  static String damage(IOException e) throws IOException {
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

  private static InputStream unzipped(InputStream limited, InputStream sent) throws IOException {
    try {
      return new Limited(new GZIPInputStream(limited, 16 << 10), sent, MAX_BYTES, true);
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
    private final boolean asksForRoom;
    private boolean holdsRoom;
    private long seen;

    /**
     * @param asksForRoom whether it waits for room among the large bodies once it turns out to be
     *     one, and makes room when it is closed
     */
    Limited(InputStream in, InputStream sent, long limit, boolean asksForRoom) {
      this.in = in;
      this.sent = sent;
      this.limit = limit;
      this.asksForRoom = asksForRoom;
    }

    @Override
    public void close() throws IOException {
      if (holdsRoom) {
        holdsRoom = false;
        LargeBodies.leave();
      }
      in.close();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n;
      try {
        n = in.read(buffer, offset, length);
      } catch (IOException e) {
        throw in == sent ? lineBroke(e) : e;
      }
      count(Math.max(n, 0));
      return n;
    }

    /** Servers differ in what they throw then; to us the body ends. */
    private static EOFException lineBroke(IOException cause) {
      EOFException end = new EOFException("the connection broke or stalled");
      end.initCause(cause);
      return end;
    }

    private void count(int n) throws IOException {
      seen += n;
      if (seen > limit) {
        throw tooLarge(sent, limit);
      }
      if (asksForRoom && !holdsRoom && seen > LargeBodies.LARGE_BYTES) {
        LargeBodies.enter();
        holdsRoom = true;
      }
    }
  }
}
