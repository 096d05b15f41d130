package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.jobs.simulate.device.DeviceServer;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated devices on real ports, asked as the portal asks, with two clients. */
class SimulatedDevicesIT {

  private static TestInstallation installation;

  @BeforeAll
  static void start() {
    installation = new TestInstallation(Map.of("TBMS_ALLOW_PRIVATE_ADDRESSES", "true"));
    for (String client : List.of("acme", "boreal")) {
      for (String connector : List.of("jbd", "thingset", "greenbms")) {
        Run added =
            run("battery add --code %s --type Essai --place Banc --connector %s --client %s"
                .formatted(connector, connector, client));
        assertThat(added.exitCode()).as(added.err()).isZero();
      }
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  /**
   * @param volts of the pack
   * @param soc %
   */
  @ParameterizedTest
  @CsvSource({"jbd, 0.02, 0.6", "thingset, 0.02, 0.2", "greenbms, 0.1, 0.6"})
  void isReadAsWhatItSays(String connector, double volts, double soc) throws Exception {
    BatteryModel model = model();
    try (DeviceServer server = server(connector, model)) {
      JsonNode told = test("acme", connector, server);
      JsonNode sample = told.get("sample");
      Measurement now = model.at(System.currentTimeMillis());
      assertThat(sample.get("packVoltage").asDouble())
          .isCloseTo(now.packVoltage(), within(volts + 0.25));
      assertThat(sample.get("soc").asDouble()).isCloseTo(now.soc(), within(soc));
      assertThat(test("boreal", connector, server).at("/sample/soc").asDouble())
          .as("asked by the other client as well")
          .isCloseTo(now.soc(), within(soc));
    }
  }

  @Test
  void saysNothingWhileItsBatteryIsSilent() throws Exception {
    try (DeviceServer server = server("jbd", model(Fault.always(Fault.What.SILENT)))) {
      Run run = run("battery pull test --json --client acme --battery jbd " + address(server));
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  private static DeviceServer server(String connector, BatteryModel model) throws Exception {
    return DeviceServer.start(
        SimulatedDevices.of(connector).orElseThrow(),
        TimedBattery.of(model),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Clock.systemUTC());
  }

  private static JsonNode test(String client, String battery, DeviceServer server) {
    Run run =
        run("battery pull test --json --client %s --battery %s %s"
            .formatted(client, battery, address(server)));
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    return run.json().get(0);
  }

  private static String address(DeviceServer server) {
    return "tcp://127.0.0.1:" + server.address().getPort();
  }

  private static BatteryModel model(Fault... faults) {
    return new BatteryModel("S-1", Kind.STATIONARY, 16, 280, ZoneOffset.UTC, List.of(faults));
  }

  private static Run run(String command) {
    return Run.inside(installation.environment(), command.split(" "));
  }
}
