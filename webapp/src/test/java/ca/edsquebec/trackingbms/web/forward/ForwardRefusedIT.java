package ca.edsquebec.trackingbms.web.forward;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.testkit.TestBroker;
import ca.edsquebec.trackingbms.testkit.TestCertificate;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal refuses a forwarder: a revoked key, too many requests, too large a message. */
class ForwardRefusedIT {

  private static final int SAMPLES = 60;

  @TempDir static Path folder;

  private static ForwardWorld world;

  @BeforeAll
  static void start() throws Exception {
    Map<String, NewBattery> batteries = new LinkedHashMap<>();
    batteries.put("R-KEY", Portal.battery("R-KEY"));
    batteries.put("R-OFTEN", Portal.battery("R-OFTEN"));
    batteries.put(
        "R-LARGE",
        NewBattery.builder("R-LARGE", "Essai", "Banc", "victron-mqtt")
            .storagePeriod(Duration.ofSeconds(5))
            .build());
    // A request a second, after twenty at once.
    world = new ForwardWorld("forward-refused", batteries, Map.of("TBMS_RATE_INGEST", "1"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Some minutes of a bus, until just now. */
  private static Path log(String name, String code) throws Exception {
    BatteryModel model = new BatteryModel(code, Kind.FORKLIFT, 24, 420, ZoneOffset.UTC, List.of());
    long end = Instant.now().toEpochMilli() / 60_000 * 60_000;
    StringBuilder text = new StringBuilder();
    for (int second = SAMPLES * 5; second >= 0; second--) {
      text.append(FoxBms.candump(model.at(end - second * 1000L)));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static ForwarderProcess forward(String name, String code, String key, String... options)
      throws Exception {
    String[] all = {"--battery", code, "--connector", "foxbms"};
    String[] both = Arrays.copyOf(all, all.length + options.length);
    System.arraycopy(options, 0, both, all.length, options.length);
    return ForwarderProcess.start(
        world.url(), key, folder.resolve("spool-" + name), folder.resolve("said-" + name), both);
  }

  private static void awaitSaid(ForwarderProcess forwarder, String words) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!forwarder.said().contains(words) && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(forwarder.said()).contains(words);
  }

  @Test
  void keyThatIsRevokedLosesNothingAndIsSaid() throws Exception {
    NewKey key = world.newKey(ForwardWorld.ACME);
    Path log = log("key.log", "R-KEY");
    List<String> lines = Files.readAllLines(log);
    Path followed = folder.resolve("followed.log");
    Files.write(followed, lines.subList(0, lines.size() / 2));
    String[] options = {
      "--from", followed.toString(), "--follow", "--every", "1s", "--name", "depot"
    };
    ForwarderProcess forwarder = forward("key", "R-KEY", key.text(), options);
    assertThat(world.awaitStored("R-KEY", SAMPLES / 2 - 2)).isGreaterThan(SAMPLES / 3);
    world.revoke(ForwardWorld.ACME, key);
    Files.write(followed, lines.subList(lines.size() / 2, lines.size()), StandardOpenOption.APPEND);
    awaitSaid(forwarder, "make another one with scope ingest");
    long before = world.stored(ForwardWorld.ACME, "R-KEY");
    TimeUnit.SECONDS.sleep(3);
    assertThat(world.stored(ForwardWorld.ACME, "R-KEY")).isEqualTo(before);
    assertThat(forwarder.stop()).isEqualTo(3);
    assertThat(forwarder.said().split("was revoked", -1)).as("said once").hasSize(2);

    String other = world.newKey(ForwardWorld.ACME).text();
    ForwarderProcess again = forward("key", "R-KEY", other, options);
    assertThat(world.awaitStored("R-KEY", SAMPLES)).isGreaterThanOrEqualTo(SAMPLES);
    assertThat(again.stop()).isEqualTo(3);
    assertThat(again.said())
        .contains("gateway depot belongs to another key")
        .doesNotContain("LOST", key.text(), other);
    assertThat(world.gateways(ForwardWorld.ACME)).containsExactly("depot");
    assertThat(world.gateways(ForwardWorld.BOREAL)).isEmpty();
    assertThat(world.stored(ForwardWorld.BOREAL, "R-KEY")).isZero();
  }

  @Test
  void waitsWhenItIsTooOftenAndLosesNothing() throws Exception {
    String key = world.newKey(ForwardWorld.ACME).text();
    Path log = log("often.log", "R-OFTEN");
    List<String> lines = Files.readAllLines(log);
    Path followed = Files.createFile(folder.resolve("often-followed.log"));
    ForwarderProcess forwarder =
        forward(
            "often",
            "R-OFTEN",
            key,
            "--from",
            followed.toString(),
            "--follow",
            "--every",
            "100ms",
            "--json",
            "--status",
            "1s");
    int piece = lines.size() / 100 + 1;
    for (int from = 0; from < lines.size(); from += piece) {
      Files.write(
          followed,
          lines.subList(from, Math.min(lines.size(), from + piece)),
          StandardOpenOption.APPEND);
      TimeUnit.MILLISECONDS.sleep(300);
    }
    assertThat(world.awaitStored("R-OFTEN", SAMPLES)).isGreaterThanOrEqualTo(SAMPLES);
    assertThat(forwarder.stop()).isEqualTo(3);
    assertThat(forwarder.said())
        .contains("answers 429", "\"event\":\"back\"")
        .doesNotContain("LOST");
  }

  /** A value that changes each second, until so many samples are stored of it. */
  private static void sayUntilStored(GxSite gx, long samples) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    for (int i = 0; world.stored(ForwardWorld.ACME, "R-LARGE") < samples; i++) {
      assertThat(System.nanoTime()).as("still nothing").isLessThan(until);
      gx.tell("Dc/0/Voltage", "52." + i % 10);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  @Test
  void messageBeyondTheLimitIsToldAndThoseBelowItGoOn() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        GxSite gx = new GxSite(broker, certificate.context().getSocketFactory())) {
      ForwarderProcess forwarder =
          ForwarderProcess.start(
              world.url(),
              Map.of(
                  "TBMS_KEY", world.newKey(ForwardWorld.ACME).text(),
                  "TBMS_MQTT_USER", TestBroker.USER,
                  "TBMS_MQTT_PASSWORD", TestBroker.PASSWORD),
              folder.resolve("spool-large"),
              folder.resolve("said-large"),
              "--battery",
              "R-LARGE",
              "--connector",
              "victron-mqtt",
              "--every",
              "1s",
              "--mqtt-ca-file",
              certificate.pem().toString(),
              "--from",
              "mqtts://localhost:%d/N/%s/battery/#".formatted(broker.port(), GxSite.ID));
      sayUntilStored(gx, 1);
      gx.publish("Serial", new byte[9 << 20]);
      awaitSaid(forwarder, "a message of 9437184 bytes");
      // As large as it may be; the portal can't use it, and takes the others.
      gx.publish("Voltages/Cell1", new byte[1 << 20]);
      awaitSaid(forwarder, "can't use all of it");
      sayUntilStored(gx, world.stored(ForwardWorld.ACME, "R-LARGE") + 2);
      assertThat(forwarder.stop()).as(forwarder.said()).isEqualTo(3);
      assertThat(forwarder.said()).doesNotContain("LOST", "too large");
    }
  }
}
