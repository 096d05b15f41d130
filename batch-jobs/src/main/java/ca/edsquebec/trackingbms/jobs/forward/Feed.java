package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One battery and where it is heard.
 *
 * @param battery its code in the portal
 * @param connectorId what reads its frames
 * @param settings of that connector
 * @param from where its frames come from; several only when they are files
 * @param follow whether to wait for what is appended to the last file
 * @param thin of CAN frames the newest of each such interval is sent; zero for all
 */
record Feed(
    String battery,
    String connectorId,
    Map<String, String> settings,
    List<String> from,
    boolean follow,
    Duration thin) {

  private static final Duration MOST_THINNED = Duration.ofMinutes(1);

  /**
   * @throws InvalidException saying what is wrong, and for which battery
   */
  Feed {
    settings = Map.copyOf(settings);
    from = List.copyOf(from);
    if (battery.isBlank() || battery.length() > 64) {
      throw new InvalidException(
          "battery", "a battery needs its code in the portal, such as LAV-07");
    }
    if (from.isEmpty()) {
      throw new InvalidException("from", "battery %s needs a source (from)".formatted(battery));
    }
    if (thin.isNegative() || thin.compareTo(MOST_THINNED) > 0) {
      throw new InvalidException(
          "thin", "battery %s: thin is a time from 0 to 1min".formatted(battery));
    }
    Connector connector = InstalledConnectors.named(connectorId);
    InstalledConnectors.settings(connector, settings);
  }

  Connector connector() {
    return InstalledConnectors.named(connectorId);
  }

  ConnectorSettings connectorSettings() {
    return InstalledConnectors.settings(connector(), settings);
  }
}
