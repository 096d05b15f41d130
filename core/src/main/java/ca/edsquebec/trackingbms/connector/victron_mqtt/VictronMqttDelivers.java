package ca.edsquebec.trackingbms.connector.victron_mqtt;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;

/** What a GX device can publish of a battery: most batteries have part of it. */
final class VictronMqttDelivers {

  static final Delivers ALL = new DeliversBuilder().readings(VictronPath.examples()).measured();

  private VictronMqttDelivers() {}
}
