package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.web.problem.BrokenBodyException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Bounds the bodies that the router reads for a resource, such as a sign-in: anybody may send one,
 * and some large ones at once would take all memory. Resources that take large bodies read those
 * themselves.
 */
@Provider
public final class SmallBodies implements ReaderInterceptor {

  static final int MAX_BYTES = 64 << 10;

  /** Read and thrown away, so that the sender hears why. */
  private static final int MAX_DRAINED_BYTES = 2 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] body;
    try {
      body = context.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        context.getInputStream().skip(MAX_DRAINED_BYTES);
        throw new ClientErrorException(
            "the body is larger than %d KiB".formatted(MAX_BYTES >> 10),
            Response.Status.REQUEST_ENTITY_TOO_LARGE);
      }
    } catch (IOException brokenOff) {
      throw new BrokenBodyException("the body ends early or is damaged on its way", Map.of());
    }
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }
}
