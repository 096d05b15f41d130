package ca.edsquebec.trackingbms.intake.pull;

import static ca.edsquebec.trackingbms.intake.pull.PullWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.testkit.TcpRelay;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Conversations with devices while the database is away. */
class PullAwayIT {

  /** Four a second: three times as long as a device may say nothing that is understood. */
  private static final int REPORTS = 24;

  private final AtomicReference<CountDownLatch> reports =
      new AtomicReference<>(new CountDownLatch(REPORTS));

  @Test
  void whatADeviceSaysMeanwhileIsStoredLaterAndTheDeviceIsNotBlamed() throws Exception {
    try (TestInstallation installation = new TestInstallation();
        PullWorld near = new PullWorld(installation, true);
        TcpRelay relay = relay(installation);
        Databases databases = through(relay, installation);
        PullWorld far = new PullWorld(installation, databases, true);
        Pull pull = far.pull();
        DeviceServer server = new DeviceServer(this::report)) {
      Battery battery = near.battery("acme", "thingset");
      Battery other = near.battery("boreal", "thingset");
      near.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      near.set("boreal", other, "tcp://127.0.0.1:" + server.port());
      until(pull, "a sample", () -> !near.stored("acme", battery).isEmpty());
      until(pull, "the other's", () -> !near.stored("boreal", other).isEmpty());
      relay.cut();
      long cut = near.clock.millis();
      reports.set(new CountDownLatch(2 * REPORTS));
      assertThat(reports.get().await(30, TimeUnit.SECONDS)).as("they are listened to").isTrue();
      long middle = (cut + near.clock.millis()) / 2;
      relay.mend();
      for (Map.Entry<String, Battery> one : Map.of("acme", battery, "boreal", other).entrySet()) {
        until(
            "what was said meanwhile",
            () ->
                near.stored(one.getKey(), one.getValue()).stream()
                    .anyMatch(sample -> Math.abs(sample.ts() - middle) < 1_500));
        assertThat(near.device(one.getKey(), one.getValue()).failures()).isZero();
      }
      assertThat(server.connections()).as("one conversation each").isEqualTo(2);
    }
  }

  @Test
  void aDeviceThatNeverTakesABreathWaitsAndGoesOn() throws Exception {
    AtomicLong frames = new AtomicLong();
    try (TestInstallation installation = new TestInstallation();
        PullWorld near = new PullWorld(installation, true);
        TcpRelay relay = relay(installation);
        Databases databases = through(relay, installation);
        PullWorld far = new PullWorld(installation, databases, true);
        Pull pull = far.pull();
        DeviceServer server = new DeviceServer(client -> flood(client, frames))) {
      Battery battery = near.battery("acme", "foxbms");
      near.set("acme", battery, "canlog://127.0.0.1:" + server.port());
      until(pull, "a sample", () -> !near.stored("acme", battery).isEmpty());
      relay.cut();
      AtomicLong before = new AtomicLong(-1);
      AtomicInteger times = new AtomicInteger();
      until(
          "it is let wait",
          () ->
              frames.get() == before.getAndSet(frames.get())
                  ? times.incrementAndGet() > 20
                  : times.getAndSet(0) < 0);
      relay.mend();
      until("it goes on", () -> frames.get() > before.get() + 100_000);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(near.device("acme", battery).failures()).isZero();
    }
  }

  private static void flood(Socket client, AtomicLong frames) throws IOException {
    byte[] session = Devices.canLogSession().getBytes(StandardCharsets.US_ASCII);
    while (true) {
      client.getOutputStream().write(session);
      frames.addAndGet(2_000);
    }
  }

  private void report(Socket client) throws IOException, InterruptedException {
    byte[] report = Devices.thingSetReport().getBytes(StandardCharsets.UTF_8);
    while (true) {
      client.getOutputStream().write(report);
      reports.get().countDown();
      // The pace of the device: there is no event to wait for.
      Thread.sleep(250);
    }
  }

  private static TcpRelay relay(TestInstallation installation) throws Exception {
    URI server = URI.create(installation.access().server().substring("jdbc:".length()));
    return new TcpRelay(server.getHost(), server.getPort());
  }

  private static Databases through(TcpRelay relay, TestInstallation installation) {
    Map<String, String> environment = new HashMap<>(installation.environment());
    environment.put(
        "TBMS_DB_URL",
        "jdbc:mysql://127.0.0.1:%d/%s"
            .formatted(relay.port(), installation.databases().registry().name()));
    return Databases.open(Settings.from(environment), Setting.TBMS_DB_POOL);
  }
}
