package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A request's body as it was meant: unzipped, and never more of it than we can bear. */
final class RequestBody {

  /** As sent: the recorded ten minutes of a CAN bus have half of it. */
  static final long MAX_SENT_BYTES = 8L << 20;

  /** After unzipping. */
  static final long MAX_BYTES = 32L << 20;

  /** Read and thrown away of a body that is too large, so that its sender hears why. */
  private static final long MAX_DRAINED_BYTES = 64L << 20;

  private RequestBody() {}

  /**
   * @throws ClientErrorException 413 here or while reading, when it is too large; 415 when its
   *     encoding is neither none nor gzip
   */
  static InputStream open(HttpServletRequest request) throws IOException {
    InputStream sent = request.getInputStream();
    if (request.getContentLengthLong() > MAX_SENT_BYTES) {
      throw tooLarge(sent, MAX_SENT_BYTES);
    }
    InputStream limited = new Limited(sent, sent, MAX_SENT_BYTES);
    String encoding = request.getHeader("Content-Encoding");
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return limited;
    }
    if (!encoding.toLowerCase(Locale.ROOT).equals("gzip")) {
      throw new ClientErrorException(
          "Content-Encoding \"" + encoding + "\" is not understood: send gzip or none",
          Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    try {
      return new Limited(new GZIPInputStream(limited, 16 << 10), sent, MAX_BYTES);
    } catch (java.util.zip.ZipException | java.io.EOFException notGzip) {
      throw new InvalidException("Content-Encoding", "the body is not gzip, or ends at once");
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

  /** Refuses at its limit instead of ending, which would look like a short body. */
  private static final class Limited extends InputStream {

    private final InputStream in;
    private final InputStream sent;
    private final long limit;
    private long seen;

    Limited(InputStream in, InputStream sent, long limit) {
      this.in = in;
      this.sent = sent;
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
        throw tooLarge(sent, limit);
      }
    }
  }
}
