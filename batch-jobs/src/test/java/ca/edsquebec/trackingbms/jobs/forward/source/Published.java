package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.testkit.TestBroker;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** What devices say at a broker. */
final class Published {

  private Published() {}

  /** Retained, so that whoever subscribes later hears it too. */
  static void retained(TestBroker broker, String topic, String payload) throws MqttException {
    said(device("tcp://127.0.0.1:" + broker.port(), null), topic, payload);
  }

  /** As above, over TLS. */
  static void encrypted(TestBroker broker, SSLSocketFactory trust, String topic, String payload)
      throws MqttException {
    said(device("ssl://localhost:" + broker.port(), trust), topic, payload);
  }

  /**
   * A connection of a device.
   *
   * @param trust null without TLS
   */
  static MqttClient device(String server, SSLSocketFactory trust) throws MqttException {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setUserName(TestBroker.USER);
    options.setPassword(TestBroker.PASSWORD.toCharArray());
    if (trust != null) {
      options.setSocketFactory(trust);
    }
    MqttClient client =
        new MqttClient(server, MqttClient.generateClientId(), new MemoryPersistence());
    client.connect(options);
    return client;
  }

  private static void said(MqttClient device, String topic, String payload) throws MqttException {
    try (device) {
      MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
      message.setRetained(true);
      message.setQos(1);
      device.publish(topic, message);
      device.disconnect();
    }
  }
}
