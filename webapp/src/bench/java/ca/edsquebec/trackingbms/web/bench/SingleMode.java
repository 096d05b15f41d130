package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.util.List;
import java.util.Optional;

/** Devices that post each sample by itself, against as many INSERTs that commit one by one. */
final class SingleMode implements Mode {

  private static final int SAMPLES = 12_000;
  private static final int CONNECTIONS = 32;
  private static final int WRITERS = 16;
  private static final String OURS = "1 a post, 32 connections";
  private static final String JDBC = "INSERT of 1 row, 16 connections";
  private static final String NULL = "the same posts, only read";

  @Override
  public String name() {
    return "single";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    try (NullServer.Running nothing = NullServer.start()) {
      bench.processes().add("null server", nothing.pid());
      new Comparison(bench, this, "samples")
          .way(OURS, () -> PortalPosts.fresh(bench, client, client.next(SAMPLES), 1, CONNECTIONS))
          .way(JDBC, () -> new RawInserts(bench, client, client.next(SAMPLES), 1, WRITERS))
          .way(NULL, () -> read(nothing, Requests.posts(client, client.next(SAMPLES), 1)))
          .run()
          .judge("1 a post by INSERT of 1 row", OURS, JDBC, Required.atLeast(1.2))
          .judge("1 a post by a servlet that only reads", OURS, NULL, Optional.empty());
    } finally {
      bench.processes().remove("null server");
    }
  }

  private static Way.Round read(NullServer.Running server, List<byte[]> posts) throws Exception {
    LoadClient load = new LoadClient(server.url(), CONNECTIONS);
    return new Way.Round() {
      @Override
      public long run() throws Exception {
        return load.send(posts).accepted();
      }

      @Override
      public void check() throws Exception {
        load.close();
      }
    };
  }
}
