package ca.edsquebec.trackingbms.jobs.forward.send;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers in the portal's place. */
class UplinkTest {

  private HttpServer server;

  private Uplink open(Duration patience, HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", handler);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Uplink(url, "key", patience);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void say(HttpExchange exchange, int length, String text) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Test
  @Timeout(20)
  void lineThatIsCutWithinTheAnswerIsGivenUp() throws Exception {
    Uplink uplink = open(Duration.ofSeconds(2), exchange -> say(exchange, 100, "{\"samples\":"));
    assertThatThrownBy(() -> uplink.send("LAV-07", "jbd", List.of()))
        .isInstanceOf(AwayException.class)
        .hasMessageContaining("no whole answer within 2 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"status\":\"ok\"}", "{\"samples\":null}", "[]", "<html>sign in"})
  void somethingElseThatSaysYesHasTakenNothing(String answer) throws Exception {
    Uplink uplink = open(Duration.ofMinutes(1), exchange -> say(exchange, answer.length(), answer));
    assertThatThrownBy(() -> uplink.send("LAV-07", "jbd", List.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is this the address of a TrackingBMS portal?");
  }
}
