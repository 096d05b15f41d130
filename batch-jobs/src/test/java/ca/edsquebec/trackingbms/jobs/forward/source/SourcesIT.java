package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources against servers: a real Mosquitto, and TCP servers that lose their connection. */
class SourcesIT {

  private static final String USER = "site";
  private static final String PASSWORD = "geheim-7";

  @TempDir Path folder;

  private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

  private final class Heard implements Receiver {
    @Override
    public void take(Frame frame, Mark before, Mark behind) {
      heard.add(frame);
    }

    @Override
    public void trouble(String reason) {
      troubles.add(reason);
    }
  }

  private Thread running(Source source) {
    Thread thread =
        new Thread(
            () -> {
              try {
                source.run(new Heard());
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (IOException e) {
                troubles.add(e.getMessage());
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private Frame next() throws InterruptedException {
    Frame frame = heard.poll(30, TimeUnit.SECONDS);
    assertThat(frame).as("troubles: " + troubles).isNotNull();
    return frame;
  }

  @Test
  void hearsACanLogServerAgainAfterItsConnectionWasLost() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread source =
          running(
              new DeviceSource(
                  PullAddress.parse("canlog://127.0.0.1:" + server.getLocalPort()),
                  "foxbms",
                  Map.of(),
                  Clock.systemUTC()));
      for (int i = 1; i <= 2; i++) {
        try (Socket socket = server.accept()) {
          String line = "(1767225600.000000) can0 233#050E8B0A8F05DC0%d\n".formatted(i);
          socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
          assertThat(next()).hasToString("233#050E8B0A8F05DC0" + i);
        }
        assertThat(troubles.poll(30, TimeUnit.SECONDS)).contains("closed the connection");
      }
      source.interrupt();
      source.join(10_000);
      assertThat(source.isAlive()).isFalse();
    }
  }

  @Test
  void hearsABrokerThatIsStartedAnew() throws Exception {
    int port = freePort();
    MqttAddress address = MqttAddress.parse("mqtt://127.0.0.1:" + port + "/N/+/battery/#");
    Process broker = mosquitto(port);
    Thread source =
        running(
            new MqttSource(
                address, true, Optional.of(USER), Optional.of(PASSWORD), Clock.systemUTC()));
    try {
      published(port, "N/1/battery/0/Soc", "{\"value\":61}");
      assertThat(next().topic()).isEqualTo("N/1/battery/0/Soc");
      broker.destroy();
      broker.waitFor();
      assertThat(troubles.poll(30, TimeUnit.SECONDS)).contains("lost");
      broker = mosquitto(port);
      published(port, "N/1/battery/0/Soc", "{\"value\":62}");
      assertThat(new String(next().data(), StandardCharsets.UTF_8)).isEqualTo("{\"value\":62}");
    } finally {
      source.interrupt();
      broker.destroy();
      broker.waitFor();
    }
  }

  @Test
  void brokerThatDoesNotKnowTheNameIsTold() throws Exception {
    int port = freePort();
    MqttAddress address = MqttAddress.parse("mqtt://127.0.0.1:" + port + "/#");
    Process broker = mosquitto(port);
    Thread source =
        running(
            new MqttSource(
                address, false, Optional.of(USER), Optional.of("wrong"), Clock.systemUTC()));
    try {
      assertThat(troubles.poll(30, TimeUnit.SECONDS)).containsIgnoringCase("not authorized");
    } finally {
      source.interrupt();
      broker.destroy();
      broker.waitFor();
    }
  }

  /** Returns when it listens. */
  private Process mosquitto(int port) throws Exception {
    Path passwords = Files.writeString(folder.resolve("passwords"), USER + ":" + PASSWORD + "\n");
    ended(new ProcessBuilder("mosquitto_passwd", "-U", passwords.toString()));
    Path config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener %d 127.0.0.1\nallow_anonymous false\npassword_file %s\nuser root\n"
                .formatted(port, passwords));
    ProcessBuilder builder = new ProcessBuilder("/usr/sbin/mosquitto", "-c", config.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("broker.log").toFile());
    Process broker = builder.start();
    while (broker.isAlive() && !listens(port)) {
      broker.waitFor(50, TimeUnit.MILLISECONDS);
    }
    assertThat(broker.isAlive()).as(Files.readString(folder.resolve("broker.log"))).isTrue();
    return broker;
  }

  private static void ended(ProcessBuilder builder) throws Exception {
    assertThat(builder.inheritIO().start().waitFor()).isZero();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  /** Retained, so that whoever subscribes later hears it too. */
  private static void published(int port, String topic, String payload) throws Exception {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setUserName(USER);
    options.setPassword(PASSWORD.toCharArray());
    try (MqttClient client =
        new MqttClient("tcp://127.0.0.1:" + port, "device", new MemoryPersistence())) {
      client.connect(options);
      MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
      message.setRetained(true);
      message.setQos(1);
      client.publish(topic, message);
      client.disconnect();
    }
  }
}
