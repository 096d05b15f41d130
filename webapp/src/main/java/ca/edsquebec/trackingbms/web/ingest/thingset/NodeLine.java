package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.pull.Arrival;
import ca.edsquebec.trackingbms.intake.pull.Arrivals;
import ca.edsquebec.trackingbms.intake.pull.Peer;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One connected node: a message in is a statement, a request out is a message. None of its methods
 * waits for the node. Safe for any number of threads.
 */
final class NodeLine implements Peer {

  /** The connector's longest line, four times what a node can send; in bytes. */
  static final int MAX_MESSAGE = 4 << 10;

  private final Session session;
  private final Watcher watcher;
  private final boolean binary;
  private final NodeHub hub;
  private final Arrival arrival;
  private final Pace pace = new Pace(System.nanoTime());

  NodeLine(Session session, Watcher watcher, Battery battery, NodeHub hub, Arrivals arrivals) {
    this.session = session;
    this.watcher = watcher;
    this.binary = "binary".equals(battery.connectorSettings().get("mode"));
    this.hub = hub;
    this.arrival = arrivals.open(watcher.tenant(), battery, this);
  }

  TenantId tenant() {
    return arrival.tenant();
  }

  long batteryId() {
    return arrival.battery().id();
  }

  boolean suits(Battery now) {
    return arrival.suits(now);
  }

  /** Begins to talk. */
  void begin() {
    arrival.begin();
  }

  /** A text message: a statement without its line end. */
  void text(String message) {
    if (binary) {
      close(CloseCodes.CANNOT_ACCEPT, "this battery is set to mode=binary: send binary messages");
    } else {
      take((message + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  void binary(ByteBuffer message) {
    if (!binary) {
      close(CloseCodes.CANNOT_ACCEPT, "this battery is set to mode=text: send text messages");
      return;
    }
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    take(bytes);
  }

  private void take(byte[] bytes) {
    if (bytes.length > MAX_MESSAGE) {
      close(CloseCodes.TOO_BIG, "a message has at most %d bytes".formatted(MAX_MESSAGE));
    } else if (!pace.takes(System.nanoTime())) {
      close(
          CloseCodes.VIOLATED_POLICY, "more than %d messages a second".formatted(Pace.PER_SECOND));
    } else {
      arrival.received(bytes);
    }
  }

  @Override
  public boolean send(byte[] request) {
    try {
      if (binary) {
        session.getAsyncRemote().sendBinary(ByteBuffer.wrap(request));
      } else {
        // A message is a statement: it has no line end.
        session
            .getAsyncRemote()
            .sendText(new String(request, StandardCharsets.UTF_8).stripTrailing());
      }
      return true;
    } catch (IllegalStateException gone) {
      // Closed meanwhile, or it has not taken the request before.
      return false;
    }
  }

  @Override
  public boolean mayStore() {
    return watcher.mayStillWatch() && watcher.sending().includes(batteryId());
  }

  @Override
  public void end(End end, String why) {
    CloseReason.CloseCode code =
        end == End.FULL ? CloseCodes.TRY_AGAIN_LATER : CloseCodes.VIOLATED_POLICY;
    close(code, why);
  }

  /** Sends it off when its key is not good any more, or its battery has become another. */
  void inspect() {
    if (!session.isOpen()) {
      gone();
    } else if (!mayStore()) {
      close(CloseCodes.VIOLATED_POLICY, "the key is not good any more");
    } else if (!hub.isAsBefore(this)) {
      close(CloseCodes.GOING_AWAY, "the battery was changed: connect again");
    }
  }

  /** It has closed by itself. */
  void gone() {
    hub.left(this);
    arrival.close();
  }

  void close(CloseReason.CloseCode code, String reason) {
    gone();
    hub.farewell(session, code, reason);
  }
}
