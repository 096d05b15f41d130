package ca.edsquebec.trackingbms.web.asset;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses pages and JSON on their way out, for those who take it: the host may not do so. */
@Provider
public final class Gzip implements WriterInterceptor {

  /** In the list, and not with a weight of nothing. */
  private static final Pattern YES =
      Pattern.compile("(?i)(^|,)\\s*gzip\\s*(,|$|;\\s*q=(1|0?\\.0*[1-9]))");

  private final jakarta.inject.Provider<ContainerRequestContext> request;

  @Inject
  public Gzip(jakarta.inject.Provider<ContainerRequestContext> request) {
    this.request = request;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean text =
        type != null
            && (type.isCompatible(MediaType.TEXT_HTML_TYPE) || type.getSubtype().endsWith("json"));
    if (!text || context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
      context.proceed();
      return;
    }
    context.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (!isAccepted(request.get().getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
      context.proceed();
      return;
    }
    context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    GZIPOutputStream gzip = new GZIPOutputStream(context.getOutputStream());
    context.setOutputStream(gzip);
    context.proceed();
    gzip.finish();
  }

  /**
   * @param acceptEncoding the header; null when there is none
   */
  static boolean isAccepted(String acceptEncoding) {
    return acceptEncoding != null && YES.matcher(acceptEncoding).find();
  }
}
