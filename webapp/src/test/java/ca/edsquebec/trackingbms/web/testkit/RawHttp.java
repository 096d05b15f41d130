package ca.edsquebec.trackingbms.web.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP as it likes: with any Host, and with addresses that no client would send. */
public final class RawHttp {

  private final URI base;

  public RawHttp(URI base) {
    this.base = base;
  }

  /**
   * @param headers as they stand on the wire; Host must be among them
   * @return status line, headers and body
   */
  public String get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** As {@link #get}, with a body, of a form. */
  public String send(String method, String path, String body, String... headers) {
    String head =
        "%s %s HTTP/1.1\r\n%s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                .formatted(method, path, String.join("\r\n", headers))
            + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(body.length());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
