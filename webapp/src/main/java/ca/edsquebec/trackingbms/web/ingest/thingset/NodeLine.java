package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected node: its messages go to the connector's dialogue, the dialogue's requests to the
 * node, what it said to the store. Whoever brings a message waits until it is stored: a node that is
 * too quick is slowed, and nothing piles up. Safe for any number of threads.
 */
final class NodeLine {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLine.class);

  /** Frames that wait for a database that is away: some minutes of a node. */
  private static final int MOST_WAITING = 2_000;

  private static final byte[] NONE = {};
  private static final long SHORTEST_NANOS = 20_000_000;

  /** What becomes of frames, and when to look again. */
  interface Office {

    /** The battery as it is now; throws when it is there no more. */
    Battery battery();

    void store(Battery battery, FrameBatch batch);

    long nowMicros();

    /** Wakes the line then; the answer takes that back. */
    Future<?> wake(NodeLine line, long nanos);

    void left(NodeLine line);
  }

  private final Session session;
  private final Watcher watcher;
  private final long batteryId;
  private final Dialogue dialogue;
  private final boolean binary;
  private final Office office;
  private final Pace pace = new Pace(System.nanoTime());
  private final List<Frame> waiting = new ArrayList<>();

  /** When it is woken next: one at a time, else each message would add one for ever. */
  private Future<?> next = CompletableFuture.completedFuture(null);

  /**
   * @param binary whether the dialogue speaks in binary messages
   */
  NodeLine(
      Session session,
      Watcher watcher,
      long batteryId,
      Dialogue dialogue,
      boolean binary,
      Office office) {
    this.session = session;
    this.watcher = watcher;
    this.batteryId = batteryId;
    this.dialogue = dialogue;
    this.binary = binary;
    this.office = office;
  }

  String key() {
    return watcher.getName();
  }

  /** Begins to talk. */
  void begin() {
    step(NONE);
  }

  /** A text message: a statement without its line end. */
  void text(String message) {
    take((message + "\n").getBytes(StandardCharsets.UTF_8), !binary);
  }

  void binary(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    take(bytes, binary);
  }

  /**
   * @param ours whether it is in the mode in which the dialogue asks; else it is heard all the same
   */
  private void take(byte[] bytes, boolean ours) {
    synchronized (this) {
      if (!pace.takes(System.nanoTime())) {
        close(
            CloseCodes.VIOLATED_POLICY,
            "more than %d messages a second".formatted(Pace.PER_SECOND));
        return;
      }
    }
    if (!mayStay()) {
      return;
    }
    if (ours) {
      step(bytes);
    } else {
      hear(List.of(Frame.bytes(office.nowMicros(), bytes)));
    }
  }

  /** To be called at the time that was asked for. */
  void wake() {
    if (session.isOpen()) {
      step(NONE);
    }
  }

  private synchronized void step(byte[] bytes) {
    long now = office.nowMicros();
    Dialogue.Step step = dialogue.step(now, bytes);
    step.send().forEach(this::send);
    hear(step.frames());
    next.cancel(false);
    if (step.wakeAtMicros() != Long.MAX_VALUE && session.isOpen()) {
      next = office.wake(this, Math.max(SHORTEST_NANOS, (step.wakeAtMicros() - now) * 1000));
    }
  }

  private void send(byte[] request) {
    try {
      if (binary) {
        session.getAsyncRemote().sendBinary(ByteBuffer.wrap(request));
      } else {
        // A message is a statement: it has no line end.
        String text = new String(request, StandardCharsets.UTF_8).strip();
        session.getAsyncRemote().sendText(text);
      }
    } catch (IllegalStateException e) {
      // Closed meanwhile, or it has not taken the request before: a node that is gone.
      close(CloseCodes.GOING_AWAY, "the node takes no requests");
    }
  }

  private synchronized void hear(List<Frame> frames) {
    waiting.addAll(frames);
    if (waiting.isEmpty()) {
      return;
    }
    try {
      office.store(office.battery(), batch());
      waiting.clear();
    } catch (UnavailableException away) {
      if (waiting.size() > MOST_WAITING) {
        close(CloseCodes.TRY_AGAIN_LATER, "nothing can be stored now");
      }
    } catch (RuntimeException e) {
      waiting.clear();
      LOG.warn("node of {}, battery {}: {}", watcher.tenant(), batteryId, e.getMessage());
      close(CloseCodes.VIOLATED_POLICY, "its measurements can't be stored");
    }
  }

  private FrameBatch batch() {
    List<FrameBatch.Offered> offered = new ArrayList<>(waiting.size());
    for (int i = 0; i < waiting.size(); i++) {
      offered.add(new FrameBatch.Offered(i, waiting.get(i)));
    }
    return new FrameBatch(offered, List.of());
  }

  /** Whether its key is still good for this battery; closes it when not. */
  boolean mayStay() {
    boolean may = watcher.mayStillWatch() && watcher.sending().includes(batteryId);
    if (!may) {
      close(CloseCodes.VIOLATED_POLICY, "the key is not good any more");
    }
    return may;
  }

  /** It has closed by itself. */
  void gone() {
    office.left(this);
  }

  void close(CloseReason.CloseCode code, String reason) {
    office.left(this);
    try {
      session.close(new CloseReason(code, reason));
    } catch (IOException gone) {
      LOG.debug("node of {}: gone before it was told, {}", watcher.tenant(), gone.getMessage());
    }
  }
}
