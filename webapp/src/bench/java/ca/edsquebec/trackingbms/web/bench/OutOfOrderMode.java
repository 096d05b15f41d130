package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.web.bench.Goal.Required;

/** An hour of samples in no order at all, against an hour in order. */
final class OutOfOrderMode implements Mode {

  private static final int BATTERIES = 100;
  private static final int TICKS = 720;
  private static final int A_POST = 100;
  private static final int CONNECTIONS = 8;
  private static final String SHUFFLED = "shuffled within an hour";
  private static final String ORDERED = "in order";

  @Override
  public String name() {
    return "out-of-order";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    new Comparison(bench, this, "samples")
        .way(
            SHUFFLED,
            () ->
                PortalPosts.fresh(
                    bench,
                    client,
                    client.next(BATTERIES, TICKS).shuffledWithinAnHour(),
                    A_POST,
                    CONNECTIONS))
        .way(
            ORDERED,
            () ->
                PortalPosts.fresh(
                    bench, client, client.next(BATTERIES, TICKS), A_POST, CONNECTIONS))
        .run()
        .judge("shuffled by in order", SHUFFLED, ORDERED, Required.atLeast(0.9));
  }
}
