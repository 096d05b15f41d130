package ca.edsquebec.trackingbms.jobs.forward.send;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.send.SmallServer.Refusal;
import ca.edsquebec.trackingbms.jobs.forward.send.SmallServer.Request;
import ca.edsquebec.trackingbms.jobs.forward.spool.Block;
import ca.edsquebec.trackingbms.jobs.forward.spool.Losses;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, for its size, its key or its number: nothing is lost, nobody is hammered. */
class SenderTest {

  private static final long START = 1_767_225_600_000L;

  @TempDir Path folder;

  private final Heard heard = new Heard();
  private final Random random = new Random(7);
  private SmallServer server;
  private Spool spool;
  private Thread thread;

  private void open(Function<Request, Refusal> rule) throws IOException {
    server = new SmallServer(rule);
    spool = new Spool(folder, 64_000_000, new Losses());
  }

  private void send() {
    send(new Uplink(server.url(), "key"));
  }

  private void send(Uplink uplink) {
    Pauses pauses = new Pauses(Duration.ofMillis(50), Duration.ofMillis(500), () -> 0.5);
    Sender sender =
        new Sender(
            "LAV-07",
            "jbd",
            spool,
            new SetAside(aside()),
            uplink,
            Duration.ofMillis(20),
            pauses,
            heard,
            Clock.systemUTC());
    thread =
        new Thread(
            () -> {
              try {
                sender.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.start();
  }

  private Path aside() {
    return folder.resolve("too-large.jsonl");
  }

  @AfterEach
  void stop() throws Exception {
    thread.interrupt();
    thread.join(10_000);
    spool.close();
    server.close();
  }

  /** An exchange a second, the one of that number of so many bytes. */
  private void spool(int count, int largeNumber, int largeBytes) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] data = new byte[i == largeNumber ? largeBytes : 30];
      random.nextBytes(data);
      frames.add(Frame.bytes((START + i * 1000L) * 1000, data));
      if (frames.size() == 100) {
        spool.append(new Block(Mark.NONE, frames));
        frames.clear();
      }
    }
    spool.append(new Block(Mark.NONE, frames));
  }

  private void awaitSent() throws InterruptedException {
    for (int i = 0; i < 600 && spool.unsentFrames() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(spool.unsentFrames()).isZero();
  }

  private static List<Long> seconds(int count) {
    return LongStream.range(0, count).map(i -> START + i * 1000).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 2_000, 700})
  void whatIsTooLargeIsSentInPartsAndInItsOrder(int limit) throws Exception {
    open(request -> request.bytes() > limit ? new Refusal(413, "") : null);
    spool(950, -1, 0);
    send();
    awaitSent();
    assertThat(server.taken()).isEqualTo(seconds(950));
    assertThat(aside()).doesNotExist();
    assertThat(server.requests().stream().filter(request -> request.bytes() > limit).count())
        .as("in vain, of " + server.requests().size())
        .isLessThan(server.requests().size() / 2 + 20);
  }

  @Test
  void frameThatIsTooLargeByItselfIsSetAsideAndTheOthersGoOn() throws Exception {
    open(request -> request.bytes() > 20_000 ? new Refusal(413, "") : null);
    spool(450, 120, 60_000);
    send();
    assertThat(heard.next("set aside")).contains("60000 bytes", "kept in " + aside());
    awaitSent();
    List<Long> others = new ArrayList<>(seconds(450));
    others.remove(120);
    assertThat(server.taken()).doesNotContain(START + 120_000).containsAll(others);
    List<String> kept = Files.readAllLines(aside());
    assertThat(kept).hasSize(1);
    Captured line = Capture.line(1, Files.readAllBytes(aside()));
    assertThat(((Captured.Received) line).frame().data()).hasSize(60_000);
  }

  @Test
  void theOthersGoOnAlsoWhereTheDiskTakesNoFrameAside() throws Exception {
    Files.createDirectories(aside());
    open(request -> request.bytes() > 20_000 ? new Refusal(413, "") : null);
    spool(450, 120, 60_000);
    send();
    assertThat(heard.next("set aside")).contains("60000 bytes", aside() + " can't be written");
    awaitSent();
    assertThat(server.taken()).contains(START + 119_000, START + 121_000, START + 449_000);
  }

  @Test
  void nothingIsSetAsideWhereNothingAtAllIsLetThrough() throws Exception {
    open(request -> new Refusal(413, ""));
    spool(1000, -1, 0);
    send();
    assertThat(heard.next("refused")).contains("413");
    assertThat(spool.unsentFrames()).isEqualTo(1000);
    assertThat(aside()).doesNotExist();
    assertThat(server.requests()).hasSizeLessThan(30);
  }

  @ParameterizedTest
  @CsvSource({"401, make another one", "403, may not send", "404, is this the address"})
  void whoIsNotLetInKeepsAllAndDoesNotHammer(int status, String words) throws Exception {
    open(request -> new Refusal(status, ""));
    spool(300, -1, 0);
    send();
    assertThat(heard.next("refused")).contains(words).matches("refused for [3-6] min: .*");
    TimeUnit.SECONDS.sleep(2);
    assertThat(server.requests()).hasSize(1);
    assertThat(spool.unsentFrames()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({"429, 2, 2000", "503, 1, 1000"})
  void waitsAsLongAsItIsTold(int status, String seconds, long millis) throws Exception {
    open(request -> request.number() == 1 ? new Refusal(status, seconds) : null);
    spool(300, -1, 0);
    send();
    // A little longer than it is told: half of the 50 ms of a first pause.
    assertThat(heard.next("away"))
        .startsWith("away for %d ms: ".formatted(millis + 25))
        .contains(String.valueOf(status));
    awaitSent();
    List<Request> requests = server.requests();
    long waited = requests.get(1).atNanos() - requests.get(0).atNanos();
    assertThat(Duration.ofNanos(waited)).isGreaterThanOrEqualTo(Duration.ofMillis(millis));
    assertThat(server.taken()).isEqualTo(seconds(300));
  }

  @Test
  void spoolThatIsTakenIsSentOnce() throws Exception {
    open(request -> null);
    spool(300, -1, 0);
    send();
    awaitSent();
    assertThat(server.taken()).isEqualTo(seconds(300));
    assertThat(server.requests().get(0).head()).doesNotContainKey("X-TBMS-Gateway");
  }

  @Test
  void saysWhoItIsAndWhatStillWaitsBehindARequest() throws Exception {
    open(request -> null);
    spool(300, -1, 0);
    Clock clock = Clock.fixed(Instant.ofEpochMilli(START), ZoneOffset.UTC);
    send(new Uplink(server.url(), "key").introducing(new Introduction("depot", () -> 500, clock)));
    awaitSent();
    Headers head = server.requests().get(0).head();
    assertThat(head.getFirst("X-TBMS-Gateway")).isEqualTo("depot");
    assertThat(head.getFirst("X-TBMS-Gateway-Version")).matches("TrackingBMS-Forward/\\d\\S*");
    assertThat(head.getFirst("X-TBMS-Backlog")).isEqualTo("200");
    assertThat(head.getFirst("X-TBMS-Sent-At")).isEqualTo(Long.toString(START));
  }
}
