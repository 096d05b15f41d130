package ca.edsquebec.trackingbms.fleet;

import java.util.Map;

/** Says whether a battery could be read with a connector; the connectors are not known here. */
@FunctionalInterface
public interface ConnectorCheck {

  /**
   * @throws ca.edsquebec.trackingbms.platform.InvalidException when no such connector is installed
   * @throws IllegalArgumentException naming the setting that it does not take
   */
  void check(String connectorId, Map<String, String> settings);
}
