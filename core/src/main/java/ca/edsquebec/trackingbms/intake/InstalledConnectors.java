package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Map;
import java.util.stream.Collectors;

/** Connectors as people name them: what is wrong with a name or a setting is told to them. */
public final class InstalledConnectors {

  private InstalledConnectors() {}

  /**
   * @throws InvalidException telling which there are
   */
  public static Connector named(String id) {
    return Connectors.withId(id)
        .orElseThrow(
            () ->
                new InvalidException("connector", "no connector \"%s\": %s".formatted(id, all())));
  }

  /**
   * @throws InvalidException naming the setting that the connector does not take, and what it does
   */
  public static ConnectorSettings settings(Connector connector, Map<String, String> given) {
    try {
      return ConnectorSettings.of(connector, given);
    } catch (IllegalArgumentException e) {
      throw new InvalidException("setting", e.getMessage());
    }
  }

  /**
   * Says whether a battery could be read so; what a {@link
   * ca.edsquebec.trackingbms.fleet.ConnectorCheck} is asked.
   *
   * @throws InvalidException as {@link #named} and {@link #settings}
   */
  public static void check(String id, Map<String, String> given) {
    settings(named(id), given);
  }

  private static String all() {
    return "there is "
        + Connectors.installed().stream().map(Connector::id).collect(Collectors.joining(", "));
  }
}
