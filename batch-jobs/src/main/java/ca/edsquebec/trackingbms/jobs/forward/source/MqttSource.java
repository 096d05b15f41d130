package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Messages of an MQTT broker, each dated by its coming. Subscribes anew whenever the broker was
 * away; it publishes nothing. What was retained is taken too: it is what the device said last.
 */
public final class MqttSource implements Source {

  private static final long PATIENCE_MILLIS = 10_000;
  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final MqttAddress address;
  private final boolean topics;
  private final Optional<String> user;
  private final Optional<String> password;
  private final Clock clock;

  /**
   * @param topics whether a message is a frame with its topic; else it holds lines, as a file does
   */
  public MqttSource(
      MqttAddress address,
      boolean topics,
      Optional<String> user,
      Optional<String> password,
      Clock clock) {
    this.address = address;
    this.topics = topics;
    this.user = user;
    this.password = password;
    this.clock = clock;
  }

  @Override
  public void run(Receiver receiver) throws IOException, InterruptedException {
    int failures = 0;
    while (true) {
      Instant begun = clock.instant();
      try {
        receiver.trouble("%s: %s".formatted(address.server(), untilLost(receiver)));
      } catch (MqttException e) {
        receiver.trouble("%s: %s".formatted(address.server(), reason(e)));
      }
      boolean stood = clock.instant().isAfter(begun.plus(LONGEST_PAUSE));
      failures = stood ? 0 : Math.min(failures + 1, 6);
      Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 1000L << failures));
    }
  }

  private static String reason(Throwable e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  /** Hears until the connection is lost. */
  private String untilLost(Receiver receiver) throws MqttException, InterruptedException {
    BlockingQueue<String> lost = new LinkedBlockingQueue<>();
    String name = "tbms-" + UUID.randomUUID().toString().substring(0, 13);
    try (MqttClient client = new MqttClient(address.server(), name, new MemoryPersistence())) {
      client.setTimeToWait(PATIENCE_MILLIS);
      client.setCallback(new Hearing(receiver, lost));
      client.connect(options());
      client.subscribe(address.topic(), 1);
      try {
        return lost.take();
      } finally {
        if (client.isConnected()) {
          client.disconnectForcibly(0, PATIENCE_MILLIS / 10);
        }
      }
    }
  }

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setConnectionTimeout((int) (PATIENCE_MILLIS / 1000));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    user.ifPresent(options::setUserName);
    password.map(String::toCharArray).ifPresent(options::setPassword);
    return options;
  }

  /** On a thread of the client library. */
  private final class Hearing implements MqttCallback {

    private final Receiver receiver;
    private final Lines lines;
    private final BlockingQueue<String> lost;

    Hearing(Receiver receiver, BlockingQueue<String> lost) {
      this.receiver = receiver;
      this.lines = new Lines(receiver, clock);
      this.lost = lost;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      byte[] payload = message.getPayload();
      if (topics) {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        receiver.take(new Frame(micros, -1, payload, new byte[0], topic, ""));
      } else {
        lines.take(payload, payload.length);
        lines.end();
      }
    }

    @Override
    public void connectionLost(Throwable cause) {
      lost.add("the connection was lost: " + reason(cause));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Nothing is ever published.
    }
  }
}
