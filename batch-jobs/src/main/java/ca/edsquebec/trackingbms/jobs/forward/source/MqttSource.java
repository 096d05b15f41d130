package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Messages of an MQTT broker, each dated by its coming. Subscribes anew whenever the broker was
 * away; it publishes nothing, but for what keeps a GX device talking. What was retained is taken
 * too: it is what the device said last.
 */
public final class MqttSource implements Source {

  private static final long PATIENCE_MILLIS = 10_000;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** In place of a reason: somebody else is to be kept talking. */
  private static final String WAKE = "";

  private final MqttAddress address;
  private final boolean topics;
  private final MqttAccess access;
  private final long keepAliveMillis;
  private final Clock clock;

  /**
   * @param topics whether a message is a frame with its topic; else it holds lines, as a file does
   */
  public MqttSource(MqttAddress address, boolean topics, MqttAccess access, Clock clock) {
    this(address, topics, access, VenusKeepAlive.EVERY_MILLIS, clock);
  }

  MqttSource(
      MqttAddress address, boolean topics, MqttAccess access, long keepAliveMillis, Clock clock) {
    this.address = address;
    this.topics = topics;
    this.access = access;
    this.keepAliveMillis = keepAliveMillis;
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
        receiver.trouble("%s: %s".formatted(address.server(), BrokerFault.sentence(e, address)));
      }
      boolean stood = clock.instant().isAfter(begun.plus(LONGEST_PAUSE));
      failures = stood ? 0 : Math.min(failures + 1, 6);
      Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 1000L << failures));
    }
  }

  /** Hears until the connection is lost. */
  private String untilLost(Receiver receiver) throws MqttException, InterruptedException {
    String name = "tbms-" + UUID.randomUUID().toString().substring(0, 13);
    Optional<VenusKeepAlive> venus = topics ? VenusKeepAlive.of(address.topic()) : Optional.empty();
    Hearing hearing = new Hearing(receiver, venus);
    try (MqttAsyncClient client =
        new MqttAsyncClient(address.server(), name, new MemoryPersistence())) {
      client.setCallback(hearing);
      BrokerAnswer welcome = new BrokerAnswer();
      client.connect(
          address.encrypted() ? access.encrypted(PATIENCE_MILLIS) : access.options(PATIENCE_MILLIS),
          null,
          welcome);
      try {
        // The library gives up by itself, and says why.
        welcome.await(2 * PATIENCE_MILLIS);
        subscribe(client, address.topic());
        return venus.isPresent()
            ? keptTalking(client, venus.get(), hearing)
            : hearing.events.take();
      } finally {
        hangUp(client);
      }
    }
  }

  private static void subscribe(MqttAsyncClient client, String topic)
      throws MqttException, InterruptedException {
    BrokerAnswer granted = new BrokerAnswer();
    client.subscribe(topic, 1, null, granted);
    granted.await(PATIENCE_MILLIS);
  }

  private static void hangUp(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, PATIENCE_MILLIS / 10);
      }
    } catch (MqttException unheard) {
      // The broker did not wait for the goodbye, and why it ends here is told already.
    }
  }

  /** As above, while GX devices are asked to go on. */
  private String keptTalking(MqttAsyncClient client, VenusKeepAlive venus, Hearing hearing)
      throws MqttException, InterruptedException {
    if (venus.introduction().isPresent()) {
      subscribe(client, venus.introduction().get());
    }
    while (true) {
      hearing.messages.set(0);
      for (String topic : venus.topics()) {
        client.publish(topic, new byte[0], 0, false);
      }
      String event = hearing.events.poll(keepAliveMillis, TimeUnit.MILLISECONDS);
      if (event != null && !event.equals(WAKE)) {
        return event;
      }
      if (event == null && hearing.messages.get() == 0) {
        hearing.receiver.trouble(
            "%s: nothing is published under %s; %s"
                .formatted(address.server(), address.topic(), venus.advice()));
      }
    }
  }

  /** On a thread of the client library. */
  private final class Hearing implements MqttCallback {

    private final Receiver receiver;
    private final Optional<VenusKeepAlive> venus;
    private final Lines lines;

    /** Why the connection was lost, or {@link #WAKE}. */
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private final AtomicLong messages = new AtomicLong();

    Hearing(Receiver receiver, Optional<VenusKeepAlive> venus) {
      this.receiver = receiver;
      this.venus = venus;
      this.lines = new Lines(receiver, clock);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      if (venus.isPresent() && venus.get().heard(topic)) {
        events.add(WAKE);
      }
      if (venus.isPresent() && venus.get().isIntroduction(topic)) {
        return;
      }
      messages.incrementAndGet();
      byte[] payload = message.getPayload();
      if (payload.length > Capture.MAX_BYTES) {
        receiver.trouble(
            "%s: a message of %d bytes under %s is left out, at most %d can be sent"
                .formatted(address.server(), payload.length, topic, Capture.MAX_BYTES));
      } else if (topics) {
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
      events.add("the connection was lost: " + BrokerFault.ofLost(cause));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // What is published is said again anyway.
    }
  }
}
