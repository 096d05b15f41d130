package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.live.LiveUpdate;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.Watcher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The live feed by WebSocket. It starts with everything, or with what is new since {@code ?since=},
 * for all batteries or those of {@code ?batteries=}, brief with {@code ?detail=list}, with the
 * figures of all by {@code ?fleet=true} and of one type by {@code &type=}; a message {@code
 * {"since":"…","batteries":["…"],"detail":"list","fleet":true,"type":"…"}} starts it anew. Who
 * hears nothing new is told so every half minute.
 */
@Requires(Permission.VIEW_FLEET)
public final class LiveEndpoint extends Endpoint {

  public static final String PATH = "/ws/live";

  private static final int MAX_MESSAGE = 16 << 10;

  /** Who takes nothing for so long is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A farewell waits for room on the line, and those of all others behind it. */
  private static final Duration CONTROL_PATIENCE = Duration.ofSeconds(1);

  private static final String BLOCKING_SEND_TIMEOUT =
      "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final LiveHub hub;
  private final LivePayload payload;
  private final BatteryDirectory directory;
  private final ObjectMapper json;

  public LiveEndpoint(
      LiveHub hub, LivePayload payload, BatteryDirectory directory, ObjectMapper json) {
    this.hub = hub;
    this.payload = payload;
    this.directory = directory;
    this.json = json;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(MAX_MESSAGE);
    session.getAsyncRemote().setSendTimeout(PATIENCE.toMillis());
    session.getUserProperties().put(BLOCKING_SEND_TIMEOUT, CONTROL_PATIENCE.toMillis());
    Line line = new Line(session, (Watcher) session.getUserPrincipal());
    session.getUserProperties().put(Line.class.getName(), line);
    session.addMessageHandler(String.class, (MessageHandler.Whole<String>) line::subscribe);
    hub.add(line);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (session.getUserProperties().get(Line.class.getName()) instanceof Line line) {
      hub.remove(line);
    }
  }

  @Override
  public void onError(Session session, Throwable error) {
    // A browser that goes away without a word is everyday: onClose follows.
    onClose(session, null);
  }

  /** What somebody wants, and from where on. */
  private record Position(String cursor, LiveWish wish) {}

  /** One open connection. */
  private final class Line implements Subscriber {

    private final Session session;
    private final Watcher watcher;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AtomicReference<Position> position;

    Line(Session session, Watcher watcher) {
      this.session = session;
      this.watcher = watcher;
      this.position =
          new AtomicReference<>(
              new Position(
                  parameter("since"),
                  wish(
                      parameter("batteries"),
                      parameter("detail"),
                      Boolean.parseBoolean(parameter("fleet")),
                      parameter("type"))));
    }

    void subscribe(String message) {
      try {
        JsonNode wish = json.readTree(message);
        StringBuilder uids = new StringBuilder();
        wish.path("batteries").forEach(uid -> uids.append(uid.asText()).append(','));
        position.set(
            new Position(
                wish.path("since").asText(""),
                wish(
                    uids.toString(),
                    wish.path("detail").asText(""),
                    wish.path("fleet").asBoolean(),
                    wish.path("type").asText(""))));
        hub.ready(this);
      } catch (JsonProcessingException malformed) {
        close(CloseCodes.CANNOT_ACCEPT, "send {\"since\":\"…\",\"batteries\":[\"…\"]}");
      }
    }

    @Override
    public TenantId tenant() {
      return watcher.tenant();
    }

    @Override
    public String name() {
      return watcher.getName();
    }

    @Override
    public void serve(LiveFeed feed) {
      if (!session.isOpen() || !sending.compareAndSet(false, true)) {
        return;
      }
      Position from = position.get();
      Viewer viewer = watcher.viewer();
      LiveUpdate update = feed.since(viewer, from.cursor, from.wish.filter()::wants);
      if (update.isEmpty()) {
        sending.set(false);
        return;
      }
      // Unless it was subscribed anew meanwhile: then the next message starts from there.
      position.compareAndSet(from, new Position(update.cursor(), from.wish));
      send(payload.text(viewer, update, from.wish));
    }

    private void send(String text) {
      try {
        session.getAsyncRemote().sendText(text, this::sent);
      } catch (IllegalStateException e) {
        // Closed since it was asked: everyday too.
        if (session.isOpen()) {
          throw e;
        }
        hub.remove(this);
      }
    }

    private void sent(SendResult result) {
      sending.set(false);
      if (result.isOK()) {
        hub.ready(this);
      } else {
        hub.remove(this);
        hub.later(this, this::drop);
      }
    }

    @Override
    public void inspect() {
      if (!session.isOpen()) {
        hub.remove(this);
        return;
      }
      if (!watcher.mayStillWatch()) {
        close(CloseCodes.VIOLATED_POLICY, "sign in again");
        return;
      }
      Position at = position.get();
      // Keeps a quiet line open, and says so to scripts, which see no pings. A message on its way
      // does too, and one that is stuck would hold it up.
      if (at.cursor.isEmpty() || !sending.compareAndSet(false, true)) {
        return;
      }
      try {
        // When it is through, a scope that changed meanwhile starts the line anew.
        LiveUpdate nothing = new LiveUpdate(at.cursor, false, List.of());
        send(payload.text(watcher.viewer(), nothing, at.wish));
      } catch (UnavailableException databaseAway) {
        drop();
      }
    }

    @Override
    public void refuse() {
      close(CloseCodes.TRY_AGAIN_LATER, "too many live lines");
    }

    @Override
    public void drop() {
      close(CloseCodes.GOING_AWAY, "restart");
    }

    private void close(CloseReason.CloseCode code, String reason) {
      hub.remove(this);
      try {
        session.close(new CloseReason(code, reason));
      } catch (IOException gone) {
        throw new UncheckedIOException("could not close the line of " + name(), gone);
      }
    }

    private LiveWish wish(String uids, String detail, boolean fleet, String type) {
      return LiveWish.of(directory, tenant(), uids, detail, fleet, type);
    }

    private String parameter(String name) {
      return session.getRequestParameterMap().getOrDefault(name, List.of("")).get(0);
    }
  }
}
