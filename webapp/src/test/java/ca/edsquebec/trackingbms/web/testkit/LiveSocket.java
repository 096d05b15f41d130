package ca.edsquebec.trackingbms.web.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A viewer's WebSocket: its messages in order, and apart from them those that only say that a quiet
 * line is open, which come when they like.
 */
public final class LiveSocket implements AutoCloseable {

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> signsOfLife = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Consumer<String> listener;
  private WebSocket socket;

  private LiveSocket(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Opens {@code /ws/live} with that query, such as {@code ?since=…}; may be empty. */
  public static LiveSocket open(Http http, String query, String credential, String... headers) {
    LiveSocket live = new LiveSocket(null);
    live.connect(http, "/ws/live" + query, credential, headers);
    return live;
  }

  /** As {@link #open}, but hands each message to the listener instead of keeping it. */
  public static LiveSocket listen(Http http, String credential, Consumer<String> listener) {
    LiveSocket live = new LiveSocket(listener);
    live.connect(http, "/ws/live", credential);
    return live;
  }

  /** The status with which an attempt to open it is answered: 101 when it opens. */
  public static int statusOf(Http http, String path, String credential, String... headers) {
    LiveSocket live = new LiveSocket(null);
    try {
      live.connect(http, path, credential, headers);
      live.close();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private void connect(Http http, String path, String credential, String... headers) {
    WebSocket.Builder builder = http.client().newWebSocketBuilder();
    if (credential != null) {
      builder.header("Authorization", "Bearer " + credential);
    }
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI uri = URI.create(http.base().toString().replaceFirst("^http", "ws") + path);
    socket = builder.buildAsync(uri, new Listener()).join();
  }

  /**
   * @throws IllegalStateException when none comes within 10 s
   */
  public JsonNode next() {
    JsonNode message = poll(10_000);
    if (message == null) {
      throw new IllegalStateException("no live message within 10 s");
    }
    return message;
  }

  /** The next message, or null when none comes within that time. */
  public JsonNode poll(long millis) {
    return poll(messages, millis);
  }

  /** The next message without news, or null when none comes within that time. */
  public JsonNode signOfLife(long millis) {
    return poll(signsOfLife, millis);
  }

  private static JsonNode poll(BlockingQueue<JsonNode> from, long millis) {
    try {
      return from.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /** The code with which the server closes it. */
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  private void keep(JsonNode message) {
    boolean news = message.path("reset").asBoolean() || !message.path("batteries").isEmpty();
    (news ? messages : signsOfLife).add(message);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String message = text.toString();
        text.setLength(0);
        if (listener == null) {
          keep(Http.parse(message));
        } else {
          listener.accept(message);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
