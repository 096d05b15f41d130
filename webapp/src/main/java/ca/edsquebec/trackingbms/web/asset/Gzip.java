package ca.edsquebec.trackingbms.web.asset;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    try (GZIPOutputStream gzip = new GZIPOutputStream(new Kept(context.getOutputStream()))) {
      context.setOutputStream(gzip);
      context.proceed();
    }
  }

  /** Stays open for the router when the compressor, which holds native memory, is closed. */
  private static final class Kept extends FilterOutputStream {

    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /**
   * @param acceptEncoding the header; null when there is none
   */
  static boolean isAccepted(String acceptEncoding) {
    return acceptEncoding != null && YES.matcher(acceptEncoding).find();
  }
}
