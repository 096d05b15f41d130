package ca.edsquebec.trackingbms.web.forward;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.jobs.simulate.device.DeviceServer;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.testkit.TestBroker;
import ca.edsquebec.trackingbms.testkit.TestCertificate;
import ca.edsquebec.trackingbms.web.testkit.CutLine;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with each kind of source, and a portal: what {@code --check} says, and what is stored. */
class ForwardSourcesIT {

  @TempDir static Path folder;

  private static final Map<String, NewBattery> BATTERIES = new LinkedHashMap<>();

  private static ForwardWorld world;
  private static DeviceServer serial;
  private static CanBusServer bus;
  private static CanBusServer canLog;
  private static ServerSocket mute;
  private static TestBroker broker;
  private static GxSite gx;

  /** To the first two: what breaks. */
  private static CutLine serialLine;

  private static CutLine busLine;

  @BeforeAll
  static void start() throws Exception {
    BATTERIES.put("S-JBD", made("S-JBD", "jbd"));
    BATTERIES.put("S-BUS", Portal.battery("S-BUS"));
    BATTERIES.put("S-LOG", Portal.battery("S-LOG"));
    BATTERIES.put("S-GX", made("S-GX", "victron-mqtt"));
    BATTERIES.put("S-FILE", Portal.battery("S-FILE"));
    world = new ForwardWorld("forward-sources", BATTERIES, Map.of());
    serial =
        DeviceServer.start(
            SimulatedDevices.of("jbd").orElseThrow(),
            TimedBattery.of(
                new BatteryModel("S-JBD", Kind.STATIONARY, 16, 280, ZoneOffset.UTC, List.of())),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Clock.systemUTC());
    serialLine = new CutLine(URI.create("tcp://127.0.0.1:" + serial.address().getPort()));
    bus = CanBusServer.socketcand(forklift("S-BUS"));
    busLine = new CutLine(URI.create("tcp://127.0.0.1:" + bus.port()));
    canLog = CanBusServer.canLog(forklift("S-LOG"));
    mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    TestCertificate certificate = TestCertificate.make(folder);
    broker = TestBroker.encrypted(folder, certificate);
    gx = new GxSite(broker, certificate.context().getSocketFactory());
    Path password = Files.writeString(folder.resolve("password"), TestBroker.PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    long now = System.currentTimeMillis();
    Files.writeString(folder.resolve("can0.log"), FoxBms.candump(forklift("S-FILE").at(now)));
  }

  @AfterAll
  static void stop() throws Exception {
    gx.close();
    broker.close();
    mute.close();
    canLog.close();
    busLine.close();
    bus.close();
    serialLine.close();
    serial.close();
    world.close();
  }

  private static NewBattery made(String code, String connector) {
    return NewBattery.builder(code, "Essai", "Banc", connector)
        .storagePeriod(Duration.ofSeconds(5))
        .build();
  }

  private static BatteryModel forklift(String code) {
    return new BatteryModel(code, Kind.FORKLIFT, 24, 420, ZoneOffset.UTC, List.of());
  }

  /** Where each battery is heard, as a settings file has it. */
  private static Map<String, String> site() {
    Map<String, String> site = new LinkedHashMap<>();
    site.put("S-JBD", source("jbd", "tcp://127.0.0.1:" + serialLine.url().getPort()));
    site.put(
        "S-BUS",
        source("foxbms", "socketcand://127.0.0.1:%d/can0".formatted(busLine.url().getPort())));
    site.put("S-LOG", source("foxbms", "canlog://127.0.0.1:" + canLog.port()));
    site.put(
        "S-GX",
        source(
            "victron-mqtt",
            "mqtts://localhost:%d/N/%s/battery/#".formatted(broker.port(), GxSite.ID)));
    site.put(
        "S-FILE",
        source("foxbms", folder.resolve("can0.log") + "\", \"follow\": true, \"thin\": \"1s"));
    return site;
  }

  private static String source(String connector, String from) {
    return "\"connector\": \"%s\", \"from\": \"%s\"".formatted(connector, from);
  }

  private static ForwarderProcess forward(String name, Map<String, String> site, String... options)
      throws Exception {
    String batteries =
        site.entrySet().stream()
            .map(one -> "{ \"battery\": \"%s\", %s }".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(",\n"));
    Path config =
        Files.writeString(
            folder.resolve(name + ".json"),
            """
            { "every": "300ms", "mqttPasswordFile": "%s", "mqttCaFile": "%s",
              "batteries": [ %s ] }
            """
                .formatted(folder.resolve("password"), folder.resolve("cert.pem"), batteries));
    List<String> all = new ArrayList<>(List.of("--config", config.toString()));
    all.addAll(List.of(options));
    return ForwarderProcess.start(
        world.url(),
        Map.of(
            "TBMS_KEY", world.newKey(ForwardWorld.ACME).text(), "TBMS_MQTT_USER", TestBroker.USER),
        folder.resolve("spool-" + name),
        folder.resolve("said-" + name),
        all.toArray(String[]::new));
  }

  @Test
  void checkShowsWhatEachSourceSays() throws Exception {
    ForwarderProcess check = forward("check", site(), "--check");
    assertThat(check.await()).as(check.said()).isZero();
    assertThat(check.said())
        .contains("S-JBD: ", "S-BUS: ", "S-LOG: ", "S-GX: ", "S-FILE: ", "packVoltage")
        .contains("soc                      61", "current                  -11.5")
        .doesNotContain("nothing was heard", "Not taken", TestBroker.PASSWORD);
    assertThat(check.said().split("The portal takes it\\.", -1)).hasSize(BATTERIES.size() + 1);
  }

  @Test
  void checkSaysWhatIsNotHeardAndWhatIsNotTaken() throws Exception {
    Map<String, String> site = site();
    site.put("S-JBD", source("jbd", "tcp://127.0.0.1:" + mute.getLocalPort()));
    site.put(
        "S-GX",
        source("victron-mqtt", "mqtts://localhost:%d/N/other/battery/#".formatted(broker.port())));
    site.put("S-NONE", source("foxbms", folder.resolve("can0.log").toString()));
    ForwarderProcess check = forward("check-in-vain", site, "--check");
    assertThat(check.await()).as(check.said()).isEqualTo(1);
    assertThat(check.said())
        .contains("S-JBD: nothing was heard from tcp://127.0.0.1:" + mute.getLocalPort())
        .contains("S-GX: nothing was heard from mqtts://localhost")
        .containsPattern("S-BUS: [1-9]\\d* frames understood")
        .contains("Not taken: ");
  }

  @Test
  void everySourceIsStoredThoughItsConnectionsBreak() throws Exception {
    ForwarderProcess forwarder = forward("run", site());
    assertThat(world.awaitStored("S-JBD", 1)).as(forwarder.said()).isPositive();
    assertThat(world.awaitStored("S-BUS", 1)).as(forwarder.said()).isPositive();
    serialLine.cut();
    busLine.cut();
    gx.tell("Dc/0/Voltage", "52.5");
    long serialSamples = world.stored(ForwardWorld.ACME, "S-JBD");
    long busSamples = world.stored(ForwardWorld.ACME, "S-BUS");
    serialLine.mend();
    busLine.mend();
    // Two more: what was pending when it broke may be one.
    assertThat(world.awaitStored("S-JBD", serialSamples + 2)).isGreaterThan(serialSamples + 1);
    assertThat(world.awaitStored("S-BUS", busSamples + 2)).isGreaterThan(busSamples + 1);
    gx.tell("Dc/0/Voltage", "52.6");
    assertThat(world.awaitStored("S-LOG", 2)).isGreaterThan(1);
    assertThat(world.awaitStored("S-GX", 1)).isPositive();
    assertThat(forwarder.stop()).as(forwarder.said()).isEqualTo(3);
    assertThat(forwarder.said()).contains("closed the connection").doesNotContain("LOST");
    for (String code : BATTERIES.keySet()) {
      assertThat(world.stored(ForwardWorld.BOREAL, code)).as("of the other client").isZero();
    }
  }
}
