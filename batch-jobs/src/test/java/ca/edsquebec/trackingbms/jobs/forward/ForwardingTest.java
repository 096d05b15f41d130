package ca.edsquebec.trackingbms.jobs.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.forward.send.Uplink;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ForwardingTest {

  @TempDir Path folder;

  private HttpServer portal;

  @BeforeEach
  void open() throws IOException {
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    portal.createContext("/", ForwardingTest::take);
    portal.start();
  }

  @AfterEach
  void close() {
    portal.stop(0);
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] answer = "{\"samples\":1,\"since\":0}".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private Site site() {
    Feed feed = new Feed("LAV-07", "foxbms", Map.of(), List.of("-"), false, Duration.ZERO);
    URI url = URI.create("http://127.0.0.1:" + portal.getAddress().getPort());
    return new Site(url, Optional.empty(), folder, 1 << 20, Duration.ofMillis(100), List.of(feed));
  }

  /** Hears one word in all that is said. */
  private static final class Awaited extends OutputStream {

    private final StringBuilder said = new StringBuilder();
    private final CountDownLatch heard = new CountDownLatch(1);

    @Override
    public synchronized void write(int letter) {
      said.append((char) letter);
      if (said.indexOf("does not take how far") >= 0) {
        heard.countDown();
      }
    }
  }

  @Test
  @Timeout(60)
  void diskThatTakesNoBookmarkIsToldAndAllGoesOn() throws Exception {
    Path inTheWay = Files.createDirectories(folder.resolve("battery-LAV-07/portal.next"));
    Path file = Files.createFile(inTheWay.resolve("file"));
    Awaited told = new Awaited();
    PipedInputStream input = new PipedInputStream();
    Sources sources =
        new Sources(
            input,
            new Secrets(Map.of()),
            new MqttFiles(Optional.empty(), Optional.empty()),
            Clock.systemUTC());
    Report report = new Report(new Console(input, OutputStream.nullOutputStream(), told));
    Site site = site();
    try (PipedOutputStream bus = new PipedOutputStream(input);
        Forwarding forwarding =
            new Forwarding(
                site,
                new Uplink(site.portal(), "key"),
                sources,
                report,
                Duration.ofMinutes(1),
                Clock.systemUTC())) {
      FutureTask<Boolean> run = new FutureTask<>((Callable<Boolean>) forwarding::run);
      new Thread(run, "forwarding").start();
      assertThat(told.heard.await(20, TimeUnit.SECONDS)).isTrue();
      bus.write("(1800000000.000000) can0 233#0102030405060708\n".getBytes(UTF_8));
      bus.close();
      assertThat(run.get()).as("ended by itself, all delivered").isTrue();
      Files.delete(file);
      Files.delete(inTheWay);
    }
    assertThat(folder.resolve("battery-LAV-07/portal")).isNotEmptyFile();
  }
}
