package ca.edsquebec.trackingbms.web.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Bounds the bodies that become a parameter of a resource: forms and short questions, also of
 * people nobody knows yet. What is larger by nature is read by its resource itself.
 */
@Provider
public final class SmallBodies implements ReaderInterceptor {

  private static final int MAX_BYTES = 64 << 10;

  /** Read and thrown away, so that the sender hears why. */
  private static final int MAX_DRAINED_BYTES = 64 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new ByteArrayInputStream(read(context.getInputStream())));
    return context.proceed();
  }

  private static byte[] read(InputStream sent) {
    try {
      byte[] body = sent.readNBytes(MAX_BYTES + 1);
      if (body.length <= MAX_BYTES) {
        return body;
      }
      drain(sent);
    } catch (IOException brokenOff) {
      throw new BrokenBodyException("the body ends early or is damaged on its way", Map.of());
    }
    throw new ClientErrorException(
        "the body is larger than %d KiB".formatted(MAX_BYTES >> 10),
        Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }

  private static void drain(InputStream sent) throws IOException {
    byte[] waste = new byte[16 << 10];
    int left = MAX_DRAINED_BYTES;
    for (int n = sent.read(waste); n >= 0 && left > 0; n = sent.read(waste)) {
      left -= n;
    }
  }
}
