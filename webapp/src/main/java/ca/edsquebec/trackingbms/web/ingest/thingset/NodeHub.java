package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that are connected, one connection a battery: a node that comes again takes the place of
 * its old line. Asks twice a second whether their keys are still good. Safe for any number of
 * threads.
 */
public final class NodeHub implements AutoCloseable {

  /** Connections with one key at once. */
  static final int MOST_OF_A_KEY = 100;

  /** Of all keys: each holds a socket and some buffers. */
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(NodeHub.class);
  private static final String CONNECTOR = "thingset";
  private static final int THREADS = 2;
  private static final Duration INSPECTION = Duration.ofMillis(500);

  private record Seat(TenantId tenant, long battery) {}

  private final FrameIntake intake;
  private final BatteryDirectory directory;
  private final Clock clock;
  private final Map<Seat, NodeLine> lines = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor workers =
      new ScheduledThreadPoolExecutor(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "node");
            thread.setDaemon(true);
            return thread;
          });

  public NodeHub(FrameIntake intake, BatteryDirectory directory, Clock clock) {
    this.intake = intake;
    this.directory = directory;
    this.clock = clock;
    workers.setRemoveOnCancelPolicy(true);
    var unused =
        workers.scheduleWithFixedDelay(
            this::inspect, INSPECTION.toMillis(), INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Lets a node in.
   *
   * @param node what it calls itself: a battery's code, or anything with a key for one battery
   * @throws InvalidException when it can't be told which battery it is, it speaks otherwise, or
   *     there are too many already
   */
  NodeLine open(Session session, Watcher watcher, String node) {
    Battery battery =
        new Addressing(directory, watcher.tenant(), watcher.sending())
            .of(List.of(new Addressing.Name("node", node, true)));
    if (!battery.connectorId().equals(CONNECTOR)) {
      throw new InvalidException(
          "node", "battery %s speaks %s".formatted(battery.code(), battery.connectorId()));
    }
    Seat seat = new Seat(watcher.tenant(), battery.id());
    Connector connector = InstalledConnectors.named(CONNECTOR);
    ConnectorSettings settings =
        InstalledConnectors.settings(connector, battery.connectorSettings());
    Dialogue dialogue = connector.newDialogue(settings).orElseThrow();
    NodeLine line =
        new NodeLine(
            session,
            watcher,
            battery.id(),
            dialogue,
            settings.text("mode").equals("binary"),
            new Desk(seat));
    seat(seat, line);
    return line;
  }

  private void seat(Seat seat, NodeLine line) {
    NodeLine before;
    synchronized (lines) {
      before = lines.get(seat);
      long ofKey = lines.values().stream().filter(one -> one.key().equals(line.key())).count();
      if (before == null && (ofKey >= MOST_OF_A_KEY || lines.size() >= MOST)) {
        throw new InvalidException("node", "too many nodes are connected already");
      }
      lines.put(seat, line);
    }
    if (before != null) {
      before.close(CloseCodes.NORMAL_CLOSURE, "the node has connected anew");
    }
  }

  private void inspect() {
    lines.values().forEach(line -> guarded("key of a node", line::mayStay));
  }

  private static void guarded(String what, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // Such as a database that is away: nobody is sent off for that.
      LOG.debug("{}: {}", what, e.getMessage());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    lines.values().forEach(line -> line.close(CloseCodes.GOING_AWAY, "restart"));
  }

  /** What one line asks for. */
  private final class Desk implements NodeLine.Office {

    private final Seat seat;

    Desk(Seat seat) {
      this.seat = seat;
    }

    @Override
    public Battery battery() {
      return directory
          .byId(seat.tenant(), seat.battery())
          .orElseThrow(() -> new NotFoundException("battery"));
    }

    @Override
    public void store(Battery battery, FrameBatch batch) {
      var unused = intake.accept(seat.tenant(), battery, batch);
    }

    @Override
    public long nowMicros() {
      return clock.millis() * 1000;
    }

    @Override
    public Future<?> wake(NodeLine line, long nanos) {
      try {
        return workers.schedule(
            () -> guarded("request to a node", line::wake), nanos, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException closing) {
        LOG.debug("no more requests: the program ends");
        return CompletableFuture.completedFuture(null);
      }
    }

    @Override
    public void left(NodeLine line) {
      lines.remove(seat, line);
    }
  }
}
