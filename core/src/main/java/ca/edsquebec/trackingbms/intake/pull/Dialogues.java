package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said on a connection, by what is at its other end. */
final class Dialogues {

  private Dialogues() {}

  /**
   * A conversation that has not begun.
   *
   * @param given the settings of the connector, as a battery has them
   * @throws InvalidException of the field {@code address}, when the connector can't be read over
   *     that transport, and as {@link InstalledConnectors}
   */
  static Dialogue of(PullAddress address, String connectorId, Map<String, String> given) {
    Connector connector = InstalledConnectors.named(connectorId);
    ConnectorSettings settings = InstalledConnectors.settings(connector, given);
    Medium medium = connector.medium(settings);
    if (!address.transport().carries(medium)) {
      throw new InvalidException(
          "address",
          "%s can't be read over %s: %s"
              .formatted(connector.displayName(), address.transport().scheme(), fitting(medium)));
    }
    return switch (address.transport()) {
      case TCP, RTU_TCP -> line(connector, settings);
      case MODBUS_TCP -> new ModbusTcp(line(connector, settings));
      case SOCKETCAND -> new Socketcand(address.bus());
      case CANLOG -> new CanLog();
    };
  }

  private static Dialogue line(Connector connector, ConnectorSettings settings) {
    Optional<Dialogue> own = connector.newDialogue(settings);
    return own.or(() -> connector.framing(settings).map(Listening::new))
        .orElseThrow(
            () ->
                new InvalidException(
                    "address",
                    "%s can't be asked by the portal yet: send its frames instead"
                        .formatted(connector.displayName())));
  }

  private static String fitting(Medium medium) {
    String schemes =
        Arrays.stream(Transport.values())
            .filter(transport -> transport.carries(medium))
            .map(transport -> transport.scheme() + "://")
            .collect(Collectors.joining(" or "));
    return schemes.isEmpty()
        ? "what it says is published under " + medium.name().toLowerCase(Locale.ROOT)
        : "such an address begins with " + schemes;
  }
}
