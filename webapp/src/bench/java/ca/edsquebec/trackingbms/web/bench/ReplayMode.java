package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.util.concurrent.atomic.AtomicReference;

/** Gateways that send again all of what they have just sent. */
final class ReplayMode implements Mode {

  private static final int SAMPLES = 60_000;
  private static final int A_POST = 100;
  private static final int CONNECTIONS = 8;
  private static final String FRESH = "fresh";
  private static final String AGAIN = "sent again";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    AtomicReference<Arrivals> last = new AtomicReference<>();
    new Comparison(bench, this, "samples")
        .way(
            FRESH,
            () -> {
              last.set(client.next(SAMPLES));
              return PortalPosts.fresh(bench, client, last.get(), A_POST, CONNECTIONS);
            })
        .way(AGAIN, () -> PortalPosts.repeated(bench, client, last.get(), A_POST, CONNECTIONS))
        .run()
        .judge("all sent again by fresh", AGAIN, FRESH, Required.atLeast(0.9));
  }
}
