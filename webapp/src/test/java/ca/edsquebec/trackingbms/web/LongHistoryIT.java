package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.telemetry.SealedSamples;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Months of samples at once; with {@code -Dtbms.year=true} a year. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongHistoryIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int HOURS = 24 * (Boolean.getBoolean("tbms.year") ? 364 : 91);
  private static final int SAMPLES = HOURS * SealedSamples.PER_HOUR;
  private static final long MEGABYTE = 1 << 20;

  /** As many as the portal has connections. */
  private static final int POOL = 8;

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final long end = System.currentTimeMillis() / HOUR * HOUR;
  private final long start = end - HOURS * HOUR;

  LongHistoryIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
  }

  @BeforeAll
  void manyHours() {
    SealedSamples.store(
        portal.installation().databases().tenantDatabase(),
        portal.acme().tenant(),
        battery.row(),
        start,
        HOURS);
  }

  private String path() {
    return battery.path(
        "/history?resolution=raw&metrics=soc,power&from=%d&to=%d".formatted(start, end));
  }

  private InputStream open(String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(http.base() + path()))
            .header("Authorization", "Bearer " + portal.acme().readKey());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<InputStream> response =
        http.client().send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  @Test
  void everySampleComesInMemoryThatDoesNotGrow() throws Exception {
    long before = heapInUse();
    long begun = System.nanoTime();
    try (Counted body = new Counted(open());
        JsonParser json = new JsonFactory().createParser(body)) {
      Columns columns = new Columns(json);
      columns.read();
      System.out.printf(
          "%d samples, %d MB in %d s, at most %d MB of heap more%n",
          SAMPLES,
          body.count / MEGABYTE,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
          (columns.mostHeap - before) / MEGABYTE);
      assertThat(columns.counts)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("t", SAMPLES, "soc", SAMPLES, "power", SAMPLES));
      assertThat(columns.first.get("t")).isEqualTo(start);
      long last = SealedSamples.time(end - HOUR, SealedSamples.PER_HOUR - 1);
      assertThat(columns.last.get("t")).isEqualTo(last);
      assertThat(columns.first.get("soc")).isEqualTo(SealedSamples.soc(start));
      assertThat(columns.last.get("soc")).isEqualTo(SealedSamples.soc(last));
      assertThat(columns.coverage).isBetween(0.999, 1.0);
      assertThat(columns.mostHeap - before).isLessThan(40 * MEGABYTE);
    }
  }

  @Test
  void itIsCompressedWhileItIsWritten() throws Exception {
    try (Counted body = new Counted(open("Accept-Encoding", "gzip"));
        InputStream plain = new GZIPInputStream(body)) {
      byte[] some = plain.readNBytes(100_000);
      assertThat(new String(some, StandardCharsets.UTF_8)).contains("\"t\":[" + start);
      assertThat(body.count).isLessThan(100_000);
    }
  }

  @Test
  void readersThatStandStillHoldNoConnection() throws Exception {
    List<Socket> readers = new ArrayList<>();
    try {
      for (int i = 0; i < POOL; i++) {
        readers.add(readerThatStops());
      }
      awaitWriters(POOL);
      List<CompletableFuture<Http.Answer>> others = new ArrayList<>();
      for (int i = 0; i < 2 * POOL; i++) {
        String path = battery.path(i % 2 == 0 ? "/latest" : "/history?resolution=hour");
        others.add(http.getAsync(path, portal.acme().readKey()));
      }
      for (CompletableFuture<Http.Answer> other : others) {
        assertThat(other.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
      assertThat(writers()).isEqualTo(POOL);
    } finally {
      for (Socket reader : readers) {
        reader.close();
      }
    }
    awaitWriters(0);
  }

  private Socket readerThatStops() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), http.base().getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path(), portal.acme().readKey());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    assertThat(begin).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  /** Nobody tells when a thread has come to a standstill: looked at again and again. */
  private static void awaitWriters(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (writers() != count) {
      assertThat(System.nanoTime()).as(writers() + " writers").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Threads of the portal that wait for a reader of history. */
  private static long writers() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> has(stack, "RawColumns") && has(stack, "SocketWrapper"))
        .count();
  }

  private static boolean has(StackTraceElement[] stack, String name) {
    return Arrays.stream(stack).anyMatch(at -> at.getClassName().contains(name));
  }

  @Test
  void whatBreaksOffDoesNotLookComplete() throws Exception {
    String table = "`%s`.sample_chunk".formatted(portal.installation().databaseOf("acme"));
    try (InputStream body = open();
        JsonParser json = new JsonFactory().createParser(body)) {
      while (json.nextToken() != JsonToken.START_ARRAY) {
        // To the times, which are being written.
      }
      rename(table, table.replace("sample_chunk", "sample_gone"));
      assertThatThrownBy(() -> new Columns(json).read()).isInstanceOf(IOException.class);
    } finally {
      rename(table.replace("sample_chunk", "sample_gone"), table);
    }
  }

  private void rename(String from, String to) throws SQLException {
    portal.installation().access().execute("RENAME TABLE " + from + " TO " + to);
  }

  /** Right behind a collection: what the portal's threads use until one can look is not in it. */
  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Looks at each number of each column once, keeping none but the first and the last. */
  private static final class Columns {

    private final JsonParser json;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Number> first = new HashMap<>();
    private final Map<String, Number> last = new HashMap<>();
    private double coverage;
    private long mostHeap;
    private String column = "";

    Columns(JsonParser json) {
      this.json = json;
    }

    void read() throws IOException {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          column = Set.of("unit", "value").contains(name) ? column : name;
        } else if (token.isNumeric() && column.equals("coverage")) {
          coverage = json.getDoubleValue();
        } else if (token.isNumeric() && json.getParsingContext().inArray()) {
          number();
        }
      }
    }

    private void number() throws IOException {
      Number number =
          column.equals("t") ? (Number) json.getLongValue() : (Number) json.getDoubleValue();
      first.putIfAbsent(column, number);
      last.put(column, number);
      int count = counts.merge(column, 1, Integer::sum);
      if (count % 300_000 == 0) {
        mostHeap = Math.max(mostHeap, heapInUse());
      }
    }
  }
}
