package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a sample takes from the moment it is posted until a viewer has it: 200 single samples a
 * second over 1000 batteries, for one viewer and for 50. Argument: seconds a run, 20 when absent.
 */
public final class LiveLatency {

  private static final int BATTERIES = 1000;
  private static final int PER_SECOND = 200;

  private LiveLatency() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    try (BenchPortal portal = new BenchPortal(BATTERIES)) {
      System.out.println("warm-up: " + run(portal, 1, 5));
      for (int viewers : new int[] {1, 50}) {
        System.out.printf("%d viewers: %s%n", viewers, run(portal, viewers, seconds));
      }
      System.out.println(portal.residentMemory());
    }
    System.exit(0);
  }

  private static String run(BenchPortal portal, int viewers, int seconds)
      throws InterruptedException {
    Map<Long, Long> postedAt = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
    List<LiveSocket> sockets = new ArrayList<>();
    for (int i = 0; i < viewers; i++) {
      sockets.add(
          LiveSocket.listen(portal.http(), portal.key(), text -> note(text, postedAt, delays)));
    }
    TimeUnit.SECONDS.sleep(1);
    post(portal, seconds, postedAt);
    TimeUnit.SECONDS.sleep(2);
    sockets.forEach(LiveSocket::close);
    return BenchPortal.percentiles(delays.stream().mapToLong(Long::longValue).toArray());
  }

  private static void note(String text, Map<Long, Long> postedAt, ConcurrentLinkedQueue<Long> to) {
    long now = System.nanoTime();
    for (JsonNode item : Http.parse(text).get("batteries")) {
      Long posted = postedAt.get(item.get("ts").asLong());
      if (posted != null) {
        to.add(now - posted);
      }
    }
  }

  /** In open loop: a slow answer delays nobody. */
  private static void post(BenchPortal portal, int seconds, Map<Long, Long> postedAt)
      throws InterruptedException {
    Random random = new Random(1);
    ExecutorService senders = Executors.newFixedThreadPool(32);
    // Each sample's own time tells it apart.
    long ts = System.currentTimeMillis() - (long) seconds * PER_SECOND;
    long begun = System.nanoTime();
    for (int i = 0; i < seconds * PER_SECOND; i++) {
      long due = begun + i * 1_000_000_000L / PER_SECOND;
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
      long own = ts + i;
      String code = portal.batteries().get(i % BATTERIES).code();
      String body = BenchPortal.sample(code, own, random);
      senders.execute(
          () -> {
            postedAt.put(own, System.nanoTime());
            portal.http().postJson("/api/v1/ingest/samples", portal.key(), body);
          });
    }
    senders.shutdown();
    senders.awaitTermination(60, TimeUnit.SECONDS);
  }
}
