package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Progress;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Simulation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Feeds those batteries that {@link DemoData} made and that send, through the portal's frames
 * endpoint, live at once and their last day in the background, until it is closed.
 */
public final class DemoFeed implements AutoCloseable {

  private static final Duration HISTORY = Duration.ofDays(1);

  private final Map<String, Simulation> clients = new LinkedHashMap<>();
  private final Shares shares;

  private DemoFeed(int clientCount, Consumer<String> say) {
    shares = new Shares(clientCount, say);
  }

  /**
   * Begins to send and returns at once.
   *
   * @param portal its address
   * @param keys one API key of each client, that may send and read
   * @param say hears sentences of progress, from several threads
   */
  public static DemoFeed start(URI portal, List<DemoData.Key> keys, Consumer<String> say) {
    DemoFeed feed = new DemoFeed(keys.size(), say);
    Clock clock = Clock.systemUTC();
    Instant start = clock.instant();
    for (DemoData.Key key : keys) {
      Simulation simulation =
          new Simulation(
              portal,
              key.key(),
              DemoBattery.ALL.stream()
                  .filter(battery -> battery.client().equals(key.client()))
                  .filter(battery -> !battery.isAsked())
                  .map(battery -> battery.simulated(start))
                  .flatMap(Optional::stream)
                  .toList(),
              HISTORY,
              feed.shares.of(key.client()),
              clock);
      feed.clients.put(key.client(), simulation);
    }
    feed.clients.values().forEach(Simulation::start);
    return feed;
  }

  /**
   * Waits until the last day of every battery is stored.
   *
   * @return false when it is not within that time, for each client
   * @throws RefusedException when the portal refused something for good
   */
  public boolean awaitHistory(Duration time) throws RefusedException, InterruptedException {
    boolean all = true;
    for (Simulation client : clients.values()) {
      all &= client.awaitHistory(time);
    }
    return all;
  }

  /**
   * Waits until it is closed.
   *
   * @throws RefusedException when the portal refused something for good
   */
  void awaitEnd() throws RefusedException, InterruptedException {
    boolean ended = false;
    while (!ended) {
      for (Simulation client : clients.values()) {
        ended |= client.await(Duration.ofSeconds(1));
      }
    }
  }

  @Override
  public void close() {
    clients.values().forEach(Simulation::close);
  }

  /** What the clients' simulations tell, together: a sentence each 10 %. */
  private static final class Shares {

    private static final double STEP = 0.1;

    private final int clientCount;
    private final Consumer<String> say;
    private final Map<String, Double> shares = new LinkedHashMap<>();
    private int toldSteps = -1;

    Shares(int clientCount, Consumer<String> say) {
      this.clientCount = clientCount;
      this.say = say;
    }

    private synchronized void put(String client, double share) {
      shares.put(client, share);
      double all = shares.values().stream().mapToDouble(s -> s).sum() / clientCount;
      int steps = (int) (all / STEP + 1e-9);
      if (steps > toldSteps) {
        toldSteps = steps;
        say.accept("The last day of the batteries: %d %%".formatted(10 * steps));
      }
    }

    Progress of(String client) {
      return new Progress() {
        @Override
        public void live() {
          say.accept("The batteries of %s are live.".formatted(client));
        }

        @Override
        public void history(long done, long total) {
          put(client, total == 0 ? 1 : (double) done / total);
        }

        @Override
        public void away(String reason) {
          say.accept("The batteries of %s wait: %s".formatted(client, reason));
        }

        @Override
        public void back() {
          say.accept("The batteries of %s go on.".formatted(client));
        }

        @Override
        public void unusable(String battery, String reason) {
          say.accept("Frames of %s that can't be used: %s".formatted(battery, reason));
        }
      };
    }
  }
}
