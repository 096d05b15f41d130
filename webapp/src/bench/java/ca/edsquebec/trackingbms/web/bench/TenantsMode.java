package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fifty clients of 20 batteries, each with a database of its own, against one of 1000. */
final class TenantsMode implements Mode {

  private static final int CLIENTS = 50;
  private static final int BATTERIES = 20;
  private static final int TICKS = 40;
  private static final int CONNECTIONS = 8;
  private static final String MANY = "50 clients of 20 batteries";
  private static final String ONE = "1 client of 1000 batteries";

  @Override
  public String name() {
    return "tenants";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient one = bench.thousand();
    one.empty();
    List<String> slugs = IntStream.range(0, CLIENTS).mapToObj("client-%02d"::formatted).toList();
    List<BenchClient> many = bench.clients(slugs, BATTERIES);
    new Comparison(bench, this, "samples")
        .way(MANY, () -> ofAll(bench, many))
        .way(
            ONE,
            () ->
                PortalPosts.fresh(
                    bench, one, one.next(CLIENTS * BATTERIES, TICKS), BATTERIES, CONNECTIONS))
        .run()
        .judge("50 clients by one", MANY, ONE, Required.atLeast(0.5));
  }

  /** Each client in turn, then the next five seconds; a post has a sample of each battery. */
  private static Way.Round ofAll(Bench bench, List<BenchClient> clients) throws Exception {
    List<List<byte[]>> posts = new ArrayList<>();
    for (BenchClient client : clients) {
      Arrivals arrivals = client.next(BATTERIES, TICKS);
      posts.add(Requests.posts(client, arrivals, BATTERIES));
    }
    List<byte[]> inTime = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      for (List<byte[]> own : posts) {
        inTime.add(own.get(tick));
      }
    }
    long samples = (long) CLIENTS * BATTERIES * TICKS;
    return new PortalPosts(bench, clients, inTime, CONNECTIONS, samples, 0);
  }
}
