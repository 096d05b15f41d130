package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** “Test connection”, and the round of the job, on real sockets and with two clients. */
class PullTrialIT {

  private static TestInstallation installation;
  private static PullWorld bench;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    bench = new PullWorld(installation, true);
  }

  @AfterAll
  static void stop() {
    bench.close();
    installation.close();
  }

  @Test
  void showsWhatADeviceSaysAndStoresNothingButThatItWasTried() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.modbusTcp())) {
      Battery battery = bench.battery("acme", "modbus-map");
      PullHeard heard = listen(battery, "modbus-tcp://127.0.0.1:" + server.port());
      assertThat(heard.fault()).isEmpty();
      assertThat(heard.understood()).isPositive();
      assertThat(heard.sample().value(Metric.PACK_VOLTAGE)).isCloseTo(768.2, within(0.001));
      assertThat(bench.stored("acme", battery)).isEmpty();
      AuditQuery query =
          AuditQuery.ALL.of(Action.BATTERY_PULL_TESTED).about("battery:" + battery.uid());
      assertThat(
              installation.audit().list(Optional.of(installation.tenant("acme")), query).entries())
          .hasSize(1);
      assertThat(listen(battery, "modbus-tcp://127.0.0.1:" + server.port()).fault())
          .as("it lets go of the device")
          .isEmpty();
    }
  }

  @Test
  void saysWhyNothingWasHeard() throws Exception {
    Battery battery = bench.battery("acme", "thingset");
    DeviceServer off = new DeviceServer(Devices.silent());
    off.close();
    assertThat(listen(battery, "tcp://127.0.0.1:" + off.port()).fault())
        .contains(PullFault.REFUSED);
    try (DeviceServer silent = new DeviceServer(Devices.silent());
        DeviceServer mad = new DeviceServer(Devices.garbage())) {
      PullHeard nothing = listen(battery, "tcp://127.0.0.1:" + silent.port());
      assertThat(nothing.fault()).contains(PullFault.SILENT);
      PullHeard nonsense = listen(battery, "tcp://127.0.0.1:" + mad.port());
      assertThat(nonsense.fault()).contains(PullFault.NOT_UNDERSTOOD);
      assertThat(nonsense.bytes()).isPositive();
      assertThat(nonsense.detail()).isNotEmpty();
    }
    Battery onBus = bench.battery("acme", "foxbms");
    try (DeviceServer noBus = new DeviceServer(PullTrialIT::refuseBus)) {
      PullHeard refused = listen(onBus, "socketcand://127.0.0.1:" + noBus.port() + "/can9");
      assertThat(refused.fault()).contains(PullFault.NOT_UNDERSTOOD);
      assertThat(refused.detail()).isEqualTo("could not open bus");
    }
    assertThatThrownBy(() -> listen(battery, "canlog://127.0.0.1:1"))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void oneOfAClientAtATimeAndOthersAreNotHeldUp() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (DeviceServer silent = new DeviceServer(Devices.silent());
        DeviceServer server = new DeviceServer(Devices.thingSet())) {
      String answering = "tcp://127.0.0.1:" + server.port();
      Battery first = bench.battery("acme", "thingset");
      Battery second = bench.battery("acme", "thingset");
      Battery theirs = bench.battery("boreal", "thingset");
      Future<PullHeard> going =
          thread.submit(
              () ->
                  bench
                      .patientTrial()
                      .listen(
                          Actor.SYSTEM,
                          installation.tenant("acme"),
                          first,
                          PullAddress.parse("tcp://127.0.0.1:" + silent.port())));
      silent.awaitSomebody();
      assertThatThrownBy(() -> listen(second, answering))
          .isInstanceOf(TooSoonException.class)
          .hasMessageContaining("this client");
      assertThat(server.connections()).isZero();
      assertThat(listen("boreal", theirs, answering).fault()).isEmpty();
      assertThat(going).isNotDone();
      silent.turnOff();
      assertThat(going.get().fault()).isNotEmpty();
      assertThat(listen(second, answering).fault()).as("it lets go of the turn").isEmpty();
      assertThatThrownBy(() -> listen(second, "tcp://no-such-host.invalid:1"))
          .isInstanceOf(InvalidException.class);
      assertThat(listen(second, answering).fault()).as("after a refusal, too").isEmpty();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aRoundReadsWhatIsStaleAndDueAndPassesOverTheRest() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.thingSet());
        PullRound round = bench.round()) {
      Battery here = bench.battery("acme", "thingset", Duration.ofHours(1));
      Battery there = bench.battery("boreal", "thingset");
      Battery gone = bench.battery("boreal", "thingset");
      bench.set("acme", here, "tcp://127.0.0.1:" + server.port());
      bench.set("boreal", there, "tcp://127.0.0.1:" + server.port());
      DeviceServer off = new DeviceServer(Devices.silent());
      off.close();
      bench.set("boreal", gone, "tcp://127.0.0.1:" + off.port());
      PullRound.Report report =
          round.run(List.of(installation.tenant("acme"), installation.tenant("boreal")));
      assertThat(report).isEqualTo(new PullRound.Report(3, 2, Map.of()));
      assertThat(bench.stored("acme", here))
          .as("one that stores a sample an hour gets one a round")
          .isNotEmpty();
      assertThat(bench.stored("boreal", there)).isNotEmpty();
      assertThat(bench.device("acme", here).state()).isEqualTo(PullDevice.State.IDLE);
      assertThat(bench.device("boreal", gone).fault()).contains(PullFault.REFUSED);
      server.awaitNobody();
      assertThat(round.run(List.of(installation.tenant("acme"))).asked())
          .as("its data is not stale now")
          .isZero();
      try (Pull portal = bench.pull()) {
        PullWorld.until(portal, "the portal has it", () -> server.open() > 0);
      }
    }
  }

  @Test
  void aClientWhoseTableIsMissingStopsNoOther() throws Exception {
    try (TestInstallation broken = new TestInstallation();
        PullWorld here = new PullWorld(broken, true);
        DeviceServer server = new DeviceServer(Devices.thingSet());
        PullRound round = here.round()) {
      Battery battery = here.battery("boreal", "thingset");
      here.set("boreal", battery, "tcp://127.0.0.1:" + server.port());
      broken.access().execute("DROP TABLE `" + broken.databaseOf("acme") + "`.pull_device");
      PullRound.Report report = round.run(List.of(broken.tenant("acme"), broken.tenant("boreal")));
      assertThat(report.failures()).containsOnlyKeys(broken.tenant("acme"));
      assertThat(report.read()).isEqualTo(1);
      try (Pull portal = here.pull()) {
        PullWorld.until(portal, "the other's device", () -> server.open() > 0);
      }
    }
  }

  private static void refuseBus(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("< hi >< error could not open bus >".getBytes(StandardCharsets.US_ASCII));
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static PullHeard listen(Battery battery, String address) {
    return listen("acme", battery, address);
  }

  private static PullHeard listen(String client, Battery battery, String address) {
    return bench
        .trial()
        .listen(Actor.SYSTEM, installation.tenant(client), battery, PullAddress.parse(address));
  }
}
