package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Where a node that speaks ThingSet connects: {@code /node/} and its id. A message is a statement,
 * in text without checksum and line end, or in binary.
 */
@Requires(Permission.INGEST)
public final class NodeEndpoint extends Endpoint {

  public static final String PATH = "/node/{id}";

  /** Ten times the largest report. */
  private static final int MAX_MESSAGE = 8 << 10;

  /** A node reports each second. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What the protocol leaves for a reason, in bytes. */
  private static final int REASON = 120;

  private final NodeHub hub;

  public NodeEndpoint(NodeHub hub) {
    this.hub = hub;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(MAX_MESSAGE);
    session.setMaxBinaryMessageBufferSize(MAX_MESSAGE);
    session.setMaxIdleTimeout(IDLE.toMillis());
    session.getAsyncRemote().setSendTimeout(PATIENCE.toMillis());
    try {
      NodeLine line =
          hub.open(
              session,
              (Watcher) session.getUserPrincipal(),
              session.getPathParameters().getOrDefault("id", ""));
      session.getUserProperties().put(NodeLine.class.getName(), line);
      session.addMessageHandler(String.class, (MessageHandler.Whole<String>) line::text);
      session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) line::binary);
      line.begin();
    } catch (InvalidException no) {
      close(session, CloseCodes.VIOLATED_POLICY, no.getMessage());
    } catch (UnavailableException away) {
      close(session, CloseCodes.TRY_AGAIN_LATER, "not now");
    }
  }

  private static void close(Session session, CloseReason.CloseCode code, String reason) {
    String plain = reason.replaceAll("[^\\x20-\\x7E]", "?");
    try {
      session.close(
          new CloseReason(code, plain.substring(0, Math.min(REASON, plain.length()))));
    } catch (IOException gone) {
      throw new UncheckedIOException("could not close the line of a node", gone);
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
