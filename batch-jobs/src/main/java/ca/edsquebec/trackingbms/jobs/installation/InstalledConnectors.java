package ca.edsquebec.trackingbms.jobs.installation;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Map;
import java.util.stream.Collectors;

/** The connectors that a command can name. */
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

  static void check(String id, Map<String, String> given) {
    settings(named(id), given);
  }

  private static String all() {
    return "there is "
        + Connectors.installed().stream().map(Connector::id).collect(Collectors.joining(", "));
  }
}
