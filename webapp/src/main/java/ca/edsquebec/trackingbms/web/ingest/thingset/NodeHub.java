package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.intake.pull.Arrivals;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that are connected, one connection a battery: a node that comes again takes the place
 * of its old line. Asks twice a second whether their keys are still good. Safe for any number of
 * threads.
 */
public final class NodeHub implements AutoCloseable {

  /** Connections of one client at once. */
  public static final int MOST_OF_A_CLIENT = 200;

  /** Of all clients: each holds a socket and some buffers. */
  public static final int MOST = 500;

  private static final Logger LOG = LoggerFactory.getLogger(NodeHub.class);
  private static final String CONNECTOR = "thingset";
  private static final Duration INSPECTION = Duration.ofMillis(500);

  /** Farewells wait for room on a line that may be dead. */
  private static final int FAREWELLS = 4;

  private static final Duration LAST_FAREWELLS = Duration.ofSeconds(5);

  /** What the protocol leaves for a reason, in bytes. */
  private static final int REASON = 120;

  private record Seat(TenantId tenant, long battery) {}

  private final Arrivals arrivals;
  private final BatteryDirectory directory;
  private final Map<Seat, NodeLine> lines = new ConcurrentHashMap<>();
  private final ScheduledExecutorService inspector =
      Executors.newSingleThreadScheduledExecutor(task -> thread(task, "node-inspector"));
  private final ExecutorService farewells =
      Executors.newFixedThreadPool(FAREWELLS, task -> thread(task, "node-farewell"));
  private boolean closed;

  /**
   * @param arrivals is closed with it
   */
  public NodeHub(Arrivals arrivals, BatteryDirectory directory) {
    this.arrivals = arrivals;
    this.directory = directory;
    var unused =
        inspector.scheduleWithFixedDelay(
            this::inspect, INSPECTION.toMillis(), INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Whose node that is.
   *
   * @param node what it calls itself: a battery's code, or anything with a key for one battery
   * @throws NodeRefused when it is not known to this sender, or speaks otherwise
   */
  Battery battery(Watcher watcher, String node) {
    Battery battery;
    try {
      battery =
          new Addressing(directory, watcher.tenant(), watcher.sending())
              .of(List.of(new Addressing.Name("node", node, true)));
    } catch (InvalidException unknown) {
      throw new NodeRefused(404, unknown.getMessage());
    }
    if (!battery.connectorId().equals(CONNECTOR)) {
      throw new NodeRefused(
          409,
          "battery %s speaks %s, and nodes that connect here speak %s: change its connector"
              .formatted(battery.code(), battery.connectorId(), CONNECTOR));
    }
    return battery;
  }

  /**
   * @throws NodeRefused when as many are connected as may be, and this one not yet
   */
  void requireRoom(TenantId tenant, Battery battery) {
    if (lines.containsKey(new Seat(tenant, battery.id()))) {
      return;
    }
    long ofClient = lines.keySet().stream().filter(seat -> seat.tenant().equals(tenant)).count();
    if (ofClient >= MOST_OF_A_CLIENT || lines.size() >= MOST) {
      throw new NodeRefused(
          429,
          "too many nodes are connected already (%d of this client, %d may be): try again later"
              .formatted(ofClient, MOST_OF_A_CLIENT));
    }
  }

  /**
   * Lets a node in; what it says is heard from {@link NodeLine#begin} on.
   *
   * @throws NodeRefused when there are too many already, or this program ends
   */
  NodeLine open(Session session, Watcher watcher, Battery battery) {
    NodeLine line = new NodeLine(session, watcher, battery, this, arrivals);
    NodeLine before;
    try {
      before = seat(new Seat(watcher.tenant(), battery.id()), battery, line);
    } catch (NodeRefused no) {
      line.gone();
      throw no;
    }
    if (before != null) {
      before.close(CloseCodes.NORMAL_CLOSURE, "the node has connected anew");
    }
    return line;
  }

  private synchronized NodeLine seat(Seat seat, Battery battery, NodeLine line) {
    if (closed) {
      throw new NodeRefused(503, "the portal restarts");
    }
    requireRoom(seat.tenant(), battery);
    return lines.put(seat, line);
  }

  void left(NodeLine line) {
    lines.remove(new Seat(line.tenant(), line.batteryId()), line);
  }

  /** Whether the battery is still there and read as it was when its node connected. */
  boolean isAsBefore(NodeLine line) {
    return directory.byId(line.tenant(), line.batteryId()).filter(line::suits).isPresent();
  }

  private void inspect() {
    Set<TenantId> away = new HashSet<>();
    for (NodeLine line : lines.values()) {
      if (away.contains(line.tenant())) {
        continue;
      }
      try {
        line.inspect();
      } catch (UnavailableException databaseAway) {
        // Nobody is sent off for that, and nothing can be stored meanwhile.
        LOG.debug("nodes of {} can't be checked: {}", line.tenant(), databaseAway.getMessage());
        away.add(line.tenant());
      } catch (RuntimeException e) {
        LOG.warn("a node of {} can't be checked and is sent off", line.tenant(), e);
        line.close(CloseCodes.TRY_AGAIN_LATER, "its key can't be checked");
      }
    }
  }

  /** Closes a connection, by a thread that may wait for it. */
  void farewell(Session session, CloseReason.CloseCode code, String reason) {
    String plain = reason.replaceAll("[^\\x20-\\x7E]", "?");
    CloseReason why = new CloseReason(code, plain.substring(0, Math.min(REASON, plain.length())));
    try {
      farewells.execute(
          () -> {
            try {
              session.close(why);
            } catch (IOException | RuntimeException gone) {
              LOG.debug("a node was gone before it was told: {}", gone.getMessage());
            }
          });
    } catch (RejectedExecutionException closing) {
      LOG.debug("no more farewells: the container closes what is open");
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    inspector.shutdownNow();
    lines.values().forEach(line -> line.close(CloseCodes.GOING_AWAY, "restart"));
    farewells.shutdown();
    try {
      if (!farewells.awaitTermination(LAST_FAREWELLS.toMillis(), TimeUnit.MILLISECONDS)) {
        farewells.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    arrivals.close();
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
