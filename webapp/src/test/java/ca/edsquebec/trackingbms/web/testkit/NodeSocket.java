package ca.edsquebec.trackingbms.web.testkit;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node's WebSocket, as a device opens one: what it is asked, and how it was closed. */
public final class NodeSocket implements AutoCloseable {

  /**
   * How the server closed a line.
   *
   * @param code of the protocol
   */
  public record Closed(int code, String reason) {}

  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private WebSocket socket;

  private NodeSocket() {}

  /**
   * @param headers name, value, name, value …
   */
  public static NodeSocket open(Http http, String path, String... headers) {
    NodeSocket node = new NodeSocket();
    WebSocket.Builder builder = http.client().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI uri = URI.create(http.base().toString().replaceFirst("^http", "ws") + path);
    node.socket = builder.buildAsync(uri, node.new Listener()).join();
    return node;
  }

  /** The status with which an attempt is answered: 101 when it opens. */
  public static int statusOf(Http http, String path, String... headers) {
    try (NodeSocket opened = open(http, path, headers)) {
      return opened.socket.isOutputClosed() ? 0 : 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  public void send(String message) {
    socket.sendText(message, true).join();
  }

  public void send(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
  }

  /** What it is asked next, binary in hex; null when nothing within that time. */
  public String asked(long millis) throws InterruptedException {
    return requests.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** What it is asked next; null when nothing within 10 s. */
  public String asked() throws InterruptedException {
    return asked(10_000);
  }

  /** Done when the server has closed it. */
  public CompletableFuture<Closed> closed() {
    return closed;
  }

  /** How the server closes it, within that time. */
  public Closed closed(int seconds) throws Exception {
    return closed.get(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      take(data.toString(), last);
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      take(HexFormat.of().formatHex(bytes), last);
      from.request(1);
      return null;
    }

    private void take(String piece, boolean last) {
      text.append(piece);
      if (last) {
        requests.add(text.toString());
        text.setLength(0);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String why) {
      closed.complete(new Closed(status, why));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
