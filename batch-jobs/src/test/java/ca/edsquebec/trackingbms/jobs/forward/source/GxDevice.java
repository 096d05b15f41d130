package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.testkit.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/**
 * A device that publishes as those of Victron do: all it has when it is asked, then what changes,
 * and nothing any more once nobody has asked for a while (dbus-flashmq, README and state.cpp).
 * Nothing is retained but its serial number.
 */
final class GxDevice implements AutoCloseable {

  private static final long TICK_MILLIS = 50;

  private final MqttClient client;
  private final String portalId;
  private final long patienceNanos;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "gx-device");
  private volatile long askedNanos;
  private volatile boolean alive;
  private volatile boolean all;
  private int volts;

  /**
   * @param patienceMillis for so long it goes on without being asked; a real one 60 s
   */
  GxDevice(TestBroker broker, String portalId, long patienceMillis) throws MqttException {
    this.portalId = portalId;
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    client = Published.device("tcp://127.0.0.1:" + broker.port(), null);
    // It hears what anybody publishes, so that a test sees that nothing else is.
    client.subscribe("R/#", 1, (topic, message) -> ask(topic, message));
    client.subscribe("W/#", 1, (topic, message) -> ask(topic, message));
    client.publish("N/" + portalId + "/system/0/Serial", message(portalId, true));
    thread.start();
  }

  private void ask(String topic, MqttMessage message) {
    String payload = new String(message.getPayload(), StandardCharsets.UTF_8);
    asked.add(topic + (payload.isEmpty() ? "" : " " + payload));
    if (topic.equals("R/" + portalId + "/keepalive")) {
      askedNanos = System.nanoTime();
      alive = true;
      all = true;
    }
  }

  private void run() {
    try {
      while (!closed.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        alive = alive && System.nanoTime() - askedNanos < patienceNanos;
        if (alive) {
          say();
        }
      }
      client.disconnect();
      client.close();
    } catch (InterruptedException | MqttException e) {
      throw new IllegalStateException("the device broke", e);
    }
  }

  private void say() throws MqttException {
    if (all) {
      all = false;
      // It stands still: it is said to who asks for all, and never again.
      client.publish("N/" + portalId + "/battery/512/Soc", message("61", false));
    }
    volts++;
    String value = "52." + volts % 100;
    client.publish("N/" + portalId + "/battery/512/Dc/0/Voltage", message(value, false));
  }

  private static MqttMessage message(String value, boolean retained) {
    MqttMessage message =
        new MqttMessage("{\"value\":\"%s\"}".formatted(value).getBytes(StandardCharsets.UTF_8));
    message.setQos(0);
    message.setRetained(retained);
    return message;
  }

  boolean isAlive() {
    return alive;
  }

  /** Each request that was published at this broker, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    thread.join(10_000);
  }
}
