package ca.edsquebec.trackingbms.web.asset;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Serves what is below {@code /static/}, compressed once and kept. The host's own servlet would
 * neither compress nor say that a file may be kept, unless its administrator told it to.
 */
public final class StaticFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int NOT_WORTH_IT = 512;

  /**
   * @param gzipped null when compressing saves nothing
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record File(String type, byte[] plain, byte[] gzipped) {}

  private final transient Assets assets;
  private final transient Map<String, Optional<File>> files = new ConcurrentHashMap<>();

  public StaticFiles(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Assets.ROOT + String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
    boolean current = !path.startsWith(Assets.OWN);
    if (path.startsWith(Assets.OWN_HASHED)) {
      int end = path.indexOf('/', Assets.OWN_HASHED.length());
      current = path.startsWith(Assets.OWN_HASHED + assets.hash() + "/");
      path = Assets.OWN + path.substring(end + 1);
    }
    Optional<File> file = find(path);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // A page from before an update may ask for files of then: it gets those of now, once.
    response.setHeader("Cache-Control", current ? FOR_EVER : "no-cache");
    write(request, response, file.get());
  }

  private static void write(HttpServletRequest request, HttpServletResponse response, File file)
      throws IOException {
    response.setContentType(file.type());
    byte[] body = file.plain();
    if (file.gzipped() != null) {
      response.setHeader("Vary", "Accept-Encoding");
      if (Gzip.isAccepted(request.getHeader("Accept-Encoding"))) {
        response.setHeader("Content-Encoding", "gzip");
        body = file.gzipped();
      }
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  // Only what exists is kept: made-up names must not fill the memory.
  private Optional<File> find(String path) {
    Optional<File> known = files.get(path);
    if (known != null) {
      return known;
    }
    Optional<File> read = path.endsWith("/") ? Optional.empty() : read(path);
    if (read.isPresent()) {
      files.put(path, read);
    }
    return read;
  }

  private Optional<File> read(String path) {
    try (InputStream in = getServletContext().getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] plain = in.readAllBytes();
      return Optional.of(new File(type(path), plain, gzipped(plain)));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + path, e);
    }
  }

  // Named here: what the host says of a script decides whether a browser runs it.
  private String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript;charset=UTF-8";
      case "css" -> "text/css;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "json" -> "application/json";
      default -> "text/plain;charset=UTF-8";
    };
  }

  private static byte[] gzipped(byte[] plain) throws IOException {
    if (plain.length < NOT_WORTH_IT) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
