package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.JsonSamples;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a sample takes from the moment it is posted until a viewer has it: 200 single samples a
 * second of 1000 batteries, as the field sends them whether or not the portal has answered.
 */
final class LiveMode implements Mode {

  private static final int A_SECOND = 200;
  private static final int SECONDS = 10;
  private static final int VIEWERS = 50;
  private static final int SENDERS = 32;
  private static final long PATIENCE_SECONDS = 30;

  @Override
  public String name() {
    return "live";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.client("viewed", 1000);
    new Run(bench, client, 1).delays();
    for (int viewers : new int[] {1, VIEWERS}) {
      double[] millis = new Run(bench, client, viewers).delays();
      note(bench, viewers, "p50", millis, 0.50, Optional.empty());
      note(bench, viewers, "p95", millis, 0.95, Required.atMost(250));
      note(bench, viewers, "p99", millis, 0.99, Required.atMost(1000));
    }
  }

  private void note(
      Bench bench,
      int viewers,
      String name,
      double[] sorted,
      double quantile,
      Optional<Required> required)
      throws IOException {
    double value = Quantiles.of(sorted, quantile);
    String what = "post to viewer, %d of them, %s".formatted(viewers, name);
    bench.ledger().goal(Goal.figure(name(), what, "ms", List.of(value), required));
  }

  /** Some seconds of it. */
  private static final class Run {

    private final BenchClient client;
    private final Http http;
    private final int viewers;
    private final Map<Long, Long> postedAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
    private final CountDownLatch expected;

    Run(Bench bench, BenchClient client, int viewers) {
      this.client = client;
      this.viewers = viewers;
      http = new Http(bench.portal());
      expected = new CountDownLatch(viewers * A_SECOND * SECONDS);
    }

    /** Of each sample to each viewer, in ms, growing. What was overtaken by a newer one lacks. */
    double[] delays() throws InterruptedException {
      List<LiveSocket> sockets = new ArrayList<>();
      CountDownLatch greeted = new CountDownLatch(viewers);
      for (int i = 0; i < viewers; i++) {
        sockets.add(
            LiveSocket.listen(
                http,
                client.key(),
                text -> {
                  note(text);
                  greeted.countDown();
                }));
      }
      if (!greeted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not all viewers were greeted");
      }
      post();
      boolean all = expected.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      sockets.forEach(LiveSocket::close);
      if (!all) {
        throw new IllegalStateException(
            "%d samples were never seen".formatted(expected.getCount()));
      }
      return delays.stream().mapToDouble(d -> d).sorted().toArray();
    }

    private void note(String text) {
      long now = System.nanoTime();
      for (JsonNode item : Http.parse(text).get("batteries")) {
        Long posted = postedAt.get(item.get("ts").asLong());
        if (posted != null) {
          delays.add((now - posted) / 1e6);
          expected.countDown();
        }
      }
    }

    private void post() throws InterruptedException {
      ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
      JsonSamples samples = new JsonSamples();
      // Each sample's own time tells it apart.
      long ts = System.currentTimeMillis() - (long) SECONDS * A_SECOND;
      long begun = System.nanoTime();
      for (int i = 0; i < SECONDS * A_SECOND; i++) {
        long own = ts + i;
        int battery = i % client.codes().length;
        samples.clear().add(client.codes()[battery], battery, own);
        String body = new String(samples.toBytes(), StandardCharsets.US_ASCII);
        long due = begun + i * 1_000_000_000L / A_SECOND;
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        senders.execute(
            () -> {
              postedAt.put(own, System.nanoTime());
              http.postJson("/api/v1/ingest/samples", client.key(), body);
            });
      }
      senders.shutdown();
      if (!senders.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("posts were not answered");
      }
    }
  }
}
