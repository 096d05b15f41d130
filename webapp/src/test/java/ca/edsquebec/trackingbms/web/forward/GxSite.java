package ca.edsquebec.trackingbms.web.forward;

import ca.edsquebec.trackingbms.testkit.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.SocketFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A GX device that says what it has when it is asked to be kept alive, and nothing else. */
final class GxSite implements AutoCloseable {

  static final String ID = "c0619ab123ef";

  private final MqttClient client;
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  /**
   * @param sockets of TLS
   */
  GxSite(TestBroker broker, SocketFactory sockets) throws MqttException {
    client =
        new MqttClient("ssl://localhost:" + broker.port(), "gx-device", new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setUserName(TestBroker.USER);
    options.setPassword(TestBroker.PASSWORD.toCharArray());
    options.setSocketFactory(sockets);
    client.connect(options);
    client.subscribe("R/" + ID + "/keepalive", 1, (topic, message) -> asked.add(topic));
    Thread thread = new Thread(this::answer, "gx-device");
    thread.setDaemon(true);
    thread.start();
  }

  private void answer() {
    try {
      while (true) {
        asked.take();
        say("Soc", "61".getBytes(StandardCharsets.UTF_8));
        say("Dc/0/Voltage", "52.4".getBytes(StandardCharsets.UTF_8));
        say("Dc/0/Current", "-11.5".getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException | MqttException over) {
      // The test is.
      return;
    }
  }

  private void say(String path, byte[] value) throws MqttException {
    String json = "{\"value\":%s}".formatted(new String(value, StandardCharsets.UTF_8));
    publish(path, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A message of any size. */
  void publish(String path, byte[] payload) throws MqttException {
    MqttMessage message = new MqttMessage(payload);
    message.setQos(0);
    client.publish("N/" + ID + "/battery/512/" + path, message);
  }

  /** A value that changes, unasked. */
  void tell(String path, String value) throws MqttException {
    say(path, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1000);
    client.close();
  }
}
