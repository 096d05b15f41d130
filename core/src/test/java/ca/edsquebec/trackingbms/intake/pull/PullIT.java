package ca.edsquebec.trackingbms.intake.pull;

import static ca.edsquebec.trackingbms.intake.pull.PullWorld.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Devices on real sockets, asked by a program on a real database, with two clients. */
class PullIT {

  private static TestInstallation installation;
  private static PullWorld bench;
  private final Pull pull = bench.pull();

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

  @AfterEach
  void close() throws Exception {
    pull.close();
    bench.forgetDevices();
  }

  @Test
  void readsALibreSolarOverTcp() throws Exception {
    Sample sample = read("thingset", "tcp://127.0.0.1:%d", Devices.thingSet());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isCloseTo(52.5, within(0.01));
    assertThat(sample.value(Metric.SOC)).isEqualTo(76);
    assertThat(sample.cellVoltages()).hasSize(16);
  }

  @Test
  void readsAPowerCubeOverModbusTcp() throws Exception {
    Sample sample = read("modbus-map", "modbus-tcp://127.0.0.1:%d", Devices.modbusTcp());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isCloseTo(768.2, within(0.05));
    assertThat(sample.value(Metric.CURRENT)).isCloseTo(-123.45, within(0.01));
  }

  @Test
  void readsAPowerCubeBehindASerialServer() throws Exception {
    Sample sample = read("modbus-map", "rtu-tcp://127.0.0.1:%d", Devices.rtuTcp());
    assertThat(sample.value(Metric.SOC)).isEqualTo(63);
  }

  @Test
  void readsAJbdBehindASerialServer() throws Exception {
    Sample sample = read("jbd", "tcp://127.0.0.1:%d", Devices.jbd());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isCloseTo(15.6, within(0.005));
    assertThat(sample.value(Metric.CURRENT)).isCloseTo(-2.87, within(0.005));
    assertThat(sample.cellVoltages())
        .containsExactly(new double[] {3.875, 3.868, 3.858, 3.869}, within(0.0005));
  }

  @Test
  void readsAFoxBmsOverSocketcand() throws Exception {
    Sample sample = read("foxbms", "socketcand://127.0.0.1:%d/can0", Devices.socketcand());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isPositive();
  }

  @Test
  void readsAFoxBmsOverCanlogserver() throws Exception {
    Sample sample = read("foxbms", "canlog://127.0.0.1:%d", Devices.canLog());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isPositive();
  }

  private Sample read(String connector, String address, DeviceServer.Talk talk) throws Exception {
    try (DeviceServer server = new DeviceServer(talk)) {
      Battery battery = bench.battery("acme", connector);
      bench.set("acme", battery, address.formatted(server.port()));
      until(pull, "two samples", () -> bench.stored("acme", battery).size() >= 2);
      PullDevice device = bench.device("acme", battery);
      assertThat(device.state()).isEqualTo(PullDevice.State.TALKING);
      assertThat(device.lastContact()).isPresent();
      assertThat(device.fault()).isEmpty();
      assertThat(server.connections()).as("one conversation, kept open").isEqualTo(1);
      List<Sample> stored = bench.stored("acme", battery);
      return stored.get(stored.size() - 1);
    }
  }

  @Test
  void leavesADeviceThatIsOffInPeaceLongerAndLongerAndFindsItAgain() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.thingSet())) {
      server.turnOff();
      Battery battery = bench.battery("acme", "thingset");
      bench.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      until(pull, "three failures", () -> bench.device("acme", battery).failures() >= 3);
      PullDevice off = bench.device("acme", battery);
      assertThat(off.fault()).contains(PullFault.REFUSED);
      assertThat(off.state()).isIn(PullDevice.State.WAITING, PullDevice.State.CONNECTING);
      assertThat(off.lastFailure()).isPresent();
      assertThat(off.lastContact()).isEmpty();
      server.turnOn();
      until(pull, "a sample", () -> !bench.stored("acme", battery).isEmpty());
      PullDevice on = bench.device("acme", battery);
      assertThat(on.failures()).isZero();
      assertThat(on.fault()).isEmpty();
      server.turnOff();
      until(pull, "the loss", () -> bench.device("acme", battery).failures() > 0);
      assertThat(bench.device("acme", battery).lastContact()).isPresent();
      server.turnOn();
      until(pull, "it again", () -> bench.device("acme", battery).failures() == 0);
    }
  }

  @Test
  void aDeviceThatClosesAtOnceIsNotFailingForEverWhenItsSamplesAreStored() throws Exception {
    byte[] report = Devices.thingSetReport().getBytes(StandardCharsets.UTF_8);
    try (DeviceServer server =
        new DeviceServer(
            client -> {
              client.getOutputStream().write(report);
              client.shutdownOutput();
              // Until the other side has closed too: a reset would take the report with it.
              client.getInputStream().readAllBytes();
            })) {
      Battery battery = bench.battery("acme", "thingset");
      bench.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      until(pull, "six visits", () -> server.connections() >= 6);
      assertThat(bench.stored("acme", battery)).isNotEmpty();
      PullDevice device = bench.device("acme", battery);
      assertThat(device.failures()).isLessThanOrEqualTo(1);
      assertThat(device.lastContact()).isPresent();
    }
  }

  @Test
  void afterTheLastWordNothingIsWritten() {
    Battery battery = bench.battery("acme", "thingset");
    PullDevice device = bench.set("acme", battery, "tcp://127.0.0.1:9");
    try (Means means =
        Means.open(bench.databases, bench.guard, bench.intake, 1, PullWorld.QUICK, bench.clock)) {
      DeviceState state = new DeviceState(means, installation.tenant("acme"), device);
      state.connecting();
      state.end(Progress::left, true);
      state.connecting();
      state.talks();
      assertThat(bench.device("acme", battery).state()).isEqualTo(PullDevice.State.IDLE);
    }
  }

  @Test
  void givesUpOneThatNeverAnswers() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.silent())) {
      Battery battery = bench.battery("acme", "thingset");
      bench.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      until(pull, "a failure", () -> bench.device("acme", battery).failures() >= 1);
      assertThat(bench.device("acme", battery).fault()).contains(PullFault.SILENT);
      until(pull, "another try", () -> server.connections() >= 2);
      assertThat(server.open()).as("never two at once").isLessThanOrEqualTo(1);
    }
  }

  @Test
  void givesUpOneThatTalksNonsenseAndOthersDoNotFeelIt() throws Exception {
    try (DeviceServer mad = new DeviceServer(Devices.garbage());
        DeviceServer sane = new DeviceServer(Devices.thingSet())) {
      Battery lost = bench.battery("acme", "thingset");
      Battery well = bench.battery("boreal", "thingset");
      Battery madCan = bench.battery("acme", "foxbms");
      bench.set("acme", lost, "tcp://127.0.0.1:" + mad.port());
      bench.set("acme", madCan, "socketcand://127.0.0.1:" + mad.port() + "/can0");
      bench.set("boreal", well, "tcp://127.0.0.1:" + sane.port());
      until(
          pull,
          "both failures",
          () ->
              bench.device("acme", lost).failures() >= 1
                  && bench.device("acme", madCan).failures() >= 1);
      PullDevice given = bench.device("acme", lost);
      assertThat(given.fault()).as(given.toString()).contains(PullFault.NOT_UNDERSTOOD);
      assertThat(given.detail()).as("what was wrong with it").isNotEmpty();
      until(pull, "samples of the other", () -> bench.stored("boreal", well).size() >= 3);
      assertThat(bench.stored("acme", lost)).isEmpty();
    }
  }

  @Test
  void eachClientHasItsOwnDevicesAndSamples() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.thingSet())) {
      Battery here = bench.battery("acme", "thingset");
      Battery there = bench.battery("boreal", "thingset");
      bench.set("acme", here, "tcp://127.0.0.1:" + server.port());
      until(pull, "a sample", () -> !bench.stored("acme", here).isEmpty());
      assertThat(bench.stored("boreal", there)).isEmpty();
      assertThat(bench.devices.all(Viewer.system(installation.tenant("boreal")))).isEmpty();
      assertThat(bench.devices.all(Viewer.system(installation.tenant("acme")))).hasSize(1);
    }
  }

  @Test
  void aSecondProgramGetsNothingWhileTheFirstAsks() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.thingSet());
        PullWorld other = new PullWorld(installation, true);
        PullRound round = other.round()) {
      Battery battery = bench.battery("acme", "thingset", Duration.ofSeconds(1));
      bench.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      pull.round();
      PullRound.Report report = round.run(List.of(installation.tenant("acme")));
      assertThat(report.asked()).as("the client's lease is the portal's").isZero();
      until(pull, "a connection", () -> server.connections() > 0);
      assertThat(
              Lease.tryAcquire(
                  installation.databases().registry(),
                  Call.leaseName(installation.tenant("acme"), battery),
                  Duration.ofSeconds(1)))
          .isEmpty();
      assertThatThrownBy(
              () ->
                  bench
                      .trial()
                      .listen(
                          Actor.SYSTEM,
                          installation.tenant("acme"),
                          battery,
                          PullAddress.parse("tcp://127.0.0.1:" + server.port())))
          .hasMessageContaining("is being asked now");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void asksNoMoreWhenTurnedOffMovedOrRetired() throws Exception {
    try (DeviceServer first = new DeviceServer(Devices.thingSet());
        DeviceServer second = new DeviceServer(Devices.thingSet())) {
      TenantId acme = installation.tenant("acme");
      Battery battery = bench.battery("acme", "thingset");
      bench.set("acme", battery, "tcp://127.0.0.1:" + first.port());
      until(pull, "the first", () -> first.open() == 1);
      bench.set("acme", battery, "tcp://127.0.0.1:" + second.port());
      until(pull, "the second instead", () -> first.open() == 0 && second.open() == 1);
      bench.devices.off(Actor.SYSTEM, acme, battery);
      until(pull, "neither", () -> second.open() == 0);
      assertThat(bench.device("acme", battery).enabled()).isFalse();
      bench.set("acme", battery, "tcp://127.0.0.1:" + second.port());
      bench.fleet.setStatus(Actor.SYSTEM, acme, battery.code(), BatteryStatus.RETIRED);
      Battery other = bench.battery("acme", "thingset");
      bench.directory.reload(acme);
      int before = second.connections();
      bench.set("acme", other, "tcp://127.0.0.1:" + second.port());
      pull.changed(acme);
      until(pull, "another one at that address", () -> !bench.stored("acme", other).isEmpty());
      assertThat(second.connections()).as("only the other's").isEqualTo(before + 1);
    }
  }

  @Test
  void saysInTheAuditWhoSetWhat() {
    TenantId acme = installation.tenant("acme");
    Battery battery = bench.battery("acme", "thingset");
    assertThatThrownBy(() -> bench.devices.off(Actor.SYSTEM, acme, battery))
        .isInstanceOf(NotFoundException.class);
    bench.set("acme", battery, "tcp://127.0.0.1:9");
    bench.set("acme", battery, "tcp://127.0.0.1:9");
    bench.devices.off(Actor.SYSTEM, acme, battery);
    AuditQuery query =
        AuditQuery.ALL.of(Action.BATTERY_PULL_CHANGED).about("battery:" + battery.uid());
    assertThat(installation.audit().list(Optional.of(acme), query).entries())
        .as("what changed nothing is not there")
        .hasSize(2);
  }

  @Test
  void doesNotLeadAClientIntoTheNetworkOfTheHost() throws Exception {
    try (DeviceServer server = new DeviceServer(Devices.thingSet());
        PullWorld strict = new PullWorld(installation, false);
        Pull strictPull = strict.pull()) {
      Battery battery = bench.battery("acme", "thingset");
      for (String host :
          List.of(
              "127.0.0.1",
              "localhost",
              "[::1]",
              "[::ffff:127.0.0.1]",
              "10.1.2.3",
              "192.168.0.1",
              "172.16.0.1",
              "100.64.0.1",
              "169.254.169.254",
              "224.0.0.1",
              "0.0.0.0",
              "[fe80::1]",
              "[fc00::1]")) {
        assertThatThrownBy(() -> strict.set("acme", battery, "tcp://" + host + ":" + server.port()))
            .as(host)
            .isInstanceOf(InvalidException.class);
      }
      // One that was set while it was allowed, or whose name leads elsewhere since.
      bench.set("acme", battery, "tcp://127.0.0.1:" + server.port());
      until(strictPull, "a failure", () -> bench.device("acme", battery).failures() > 0);
      assertThat(bench.device("acme", battery).fault()).contains(PullFault.ADDRESS);
      assertThat(server.connections()).isZero();
    }
  }
}
