package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Where a node that speaks ThingSet connects: {@code /node/} and its id. A message is a statement,
 * in text without checksum and line end, or in binary. Behind {@link NodeGate}, which says in words
 * why one may not.
 */
@Requires(Permission.INGEST)
public final class NodeEndpoint extends Endpoint {

  public static final String PATH = "/node/{id}";

  /** A node is asked when it says nothing, so this ends only what the container keeps alone. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  /** So long a node has to take a request, and Tomcat's farewell or answer to a ping. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration CONTROL_PATIENCE = Duration.ofSeconds(1);

  private static final String BLOCKING_SEND_TIMEOUT =
      "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final NodeHub hub;

  public NodeEndpoint(NodeHub hub) {
    this.hub = hub;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(NodeLine.MAX_MESSAGE);
    session.setMaxBinaryMessageBufferSize(NodeLine.MAX_MESSAGE);
    session.setMaxIdleTimeout(IDLE.toMillis());
    session.getAsyncRemote().setSendTimeout(PATIENCE.toMillis());
    session.getUserProperties().put(BLOCKING_SEND_TIMEOUT, CONTROL_PATIENCE.toMillis());
    Watcher watcher = (Watcher) session.getUserPrincipal();
    try {
      NodeLine line =
          hub.open(
              session,
              watcher,
              hub.battery(watcher, session.getPathParameters().getOrDefault("id", "")));
      session.getUserProperties().put(NodeLine.class.getName(), line);
      session.addMessageHandler(String.class, (MessageHandler.Whole<String>) line::text);
      session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) line::binary);
      line.begin();
    } catch (NodeRefused no) {
      // Decided otherwise a moment ago: something has changed since.
      hub.farewell(session, CloseCodes.VIOLATED_POLICY, no.getMessage());
    } catch (UnavailableException away) {
      hub.farewell(session, CloseCodes.TRY_AGAIN_LATER, "not now");
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (session.getUserProperties().get(NodeLine.class.getName()) instanceof NodeLine line) {
      line.gone();
    }
  }

  @Override
  public void onError(Session session, Throwable error) {
    // A node that loses its network is everyday: onClose follows.
    onClose(session, null);
  }
}
