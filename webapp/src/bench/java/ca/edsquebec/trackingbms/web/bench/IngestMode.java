package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.web.bench.Goal.Required;

/** Gateways that post 100 samples at once, against one writer that inserts 2,000 rows at once. */
final class IngestMode implements Mode {

  private static final int SAMPLES = 100_000;
  private static final int A_POST = 100;
  private static final int CONNECTIONS = 8;
  private static final int ROWS = 2_000;
  private static final String OURS = "100 a post, 8 connections";
  private static final String JDBC = "INSERT of 2000 rows, 1 connection";

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    new Comparison(bench, this, "samples")
        .way(
            OURS, () -> PortalPosts.fresh(bench, client, client.next(SAMPLES), A_POST, CONNECTIONS))
        .way(JDBC, () -> new RawInserts(bench, client, client.next(SAMPLES), ROWS, 1))
        .run()
        .judge("100 a post by INSERT of 2000 rows", OURS, JDBC, Required.atLeast(0.6));
  }
}
