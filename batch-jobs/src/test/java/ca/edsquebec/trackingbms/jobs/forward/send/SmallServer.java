package ca.edsquebec.trackingbms.jobs.forward.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * A real HTTP server in the portal's place that refuses what a test has it refuse, and answers for
 * the rest as the portal does.
 */
final class SmallServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Function<Request, Refusal> rule;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Long> taken = new CopyOnWriteArrayList<>();

  /**
   * What was asked.
   *
   * @param number from 1
   * @param bytes of the body as it was sent
   * @param millis of the frames, in their order
   */
  record Request(int number, int bytes, List<Long> millis, long atNanos, Headers head) {}

  /**
   * Why it is not taken.
   *
   * @param retryAfter seconds; empty for none
   */
  record Refusal(int status, String retryAfter) {}

  /**
   * @param rule null where a request is taken
   */
  SmallServer(Function<Request, Refusal> rule) throws IOException {
    this.rule = rule;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Request> requests() {
    return requests;
  }

  /** Times of the frames that were taken, in the order they came. */
  List<Long> taken() {
    return taken;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Request request =
          new Request(
              requests.size() + 1,
              body.length,
              millis(body),
              System.nanoTime(),
              exchange.getRequestHeaders());
      requests.add(request);
      Refusal refusal = rule.apply(request);
      if (refusal == null) {
        taken.addAll(request.millis());
        say(exchange, 200, answer(request.millis()));
      } else {
        if (!refusal.retryAfter().isEmpty()) {
          exchange.getResponseHeaders().add("Retry-After", refusal.retryAfter());
        }
        // As a proxy words it, which knows nothing of problem details.
        say(exchange, refusal.status(), "<html><h1>no</h1></html>");
      }
    }
  }

  private static String answer(List<Long> millis) {
    return "{\"samples\":%d,\"duplicates\":0,\"durableUntil\":%d,\"since\":0}"
        .formatted(millis.size(), millis.get(millis.size() - 1));
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static List<Long> millis(byte[] body) throws IOException {
    JsonNode told = JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(body)));
    List<Long> millis = new ArrayList<>();
    told.path("frames").forEach(frame -> millis.add(frame.get(0).asLong() / 1000));
    told.path("exchanges").forEach(exchange -> millis.add(exchange.get("ts").asLong()));
    return millis;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
