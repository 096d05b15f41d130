package ca.edsquebec.trackingbms.web.testkit;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node's WebSocket, as a device opens one: what it is asked, and how it was closed. */
public final class NodeSocket implements AutoCloseable {

  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<String> reason = new CompletableFuture<>();
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
    try {
      open(http, path, headers).close();
      return 101;
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

  /** What it is asked next; null when nothing within 10 s. */
  public String asked() throws InterruptedException {
    return requests.poll(10, TimeUnit.SECONDS);
  }

  /** The code with which the server closes it. */
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  public CompletableFuture<String> reason() {
    return reason;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      requests.add(data.toString());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String why) {
      closed.complete(status);
      reason.complete(why);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
      reason.completeExceptionally(error);
    }
  }
}
