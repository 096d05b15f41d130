package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batteries that are asked, from the command line and by the job, with two clients. */
class PullCommandsIT {

  private static final String HERE = " --client acme --battery LIB-1";

  @TempDir Path home;

  private TestInstallation installation;
  private DeviceServer device;

  @BeforeEach
  void start() throws Exception {
    installation =
        new TestInstallation(
            Map.of("TBMS_HOME", home.toString(), "TBMS_ALLOW_PRIVATE_ADDRESSES", "true"));
    device = new DeviceServer(Devices.thingSet());
    for (String client : List.of("acme", "boreal")) {
      Run added =
          run(
              "battery add --code LIB-1 --type Essai --place Banc --connector thingset --client "
                  + client);
      assertThat(added.exitCode()).as(added.err()).isZero();
    }
  }

  @AfterEach
  void stop() throws Exception {
    device.close();
    installation.close();
  }

  @Test
  void showsWhatABatterySaysBeforeAnythingIsSet() {
    Run test = run("battery pull test" + HERE + " " + address());
    assertThat(test.exitCode()).as(test.err()).isZero();
    assertThat(test.out()).contains("frames understood").containsPattern("packVoltage +52.504 V");
    JsonNode told = run("battery pull test --json" + HERE + " " + address()).json().get(0);
    assertThat(told.at("/sample/soc").asDouble()).isEqualTo(76);
    assertThat(told.at("/sample/cellVoltages")).hasSize(16);
    assertThat(run("battery pull show --client acme --json").json()).isEmpty();
  }

  @Test
  void saysWhyABatteryCanNotBeRead() throws Exception {
    device.turnOff();
    Run test = run("battery pull test" + HERE + " " + address());
    assertThat(test.exitCode()).isEqualTo(1);
    assertThat(test.out()).contains("refuses the connection");
    Run unfit = run("battery pull set" + HERE + " canlog://127.0.0.1");
    assertThat(unfit.exitCode()).isNotZero();
    assertThat(unfit.err()).contains("can't be read over canlog").hasLineCount(1);
    Run nonsense = run("battery pull set" + HERE + " 127.0.0.1");
    assertThat(nonsense.err()).contains("tcp://").hasLineCount(1);
    assertThat(run("battery pull off" + HERE).err()).contains("pull address");
    assertThat(run("battery pull test" + HERE).err()).contains("pull address");
  }

  @Test
  void refusesAPrivateAddressUnlessTheInstallationAllowsIt() {
    Map<String, String> strict = new HashMap<>(installation.environment());
    strict.remove("TBMS_ALLOW_PRIVATE_ADDRESSES");
    for (String command : List.of("set", "test")) {
      Run run = Run.inside(strict, ("battery pull " + command + HERE + " " + address()).split(" "));
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.err()).contains("not to be called from here");
    }
    assertThat(device.connections()).isZero();
  }

  @Test
  void setsShowsAndTurnsOff() {
    assertThat(run("battery pull set" + HERE + " " + address()).out())
        .contains("Battery LIB-1 is asked at " + address());
    JsonNode shown = run("battery pull show --client acme --json").json().get(0);
    assertThat(shown.get("address").asText()).isEqualTo(address());
    assertThat(shown.get("state").asText()).isEqualTo(PullDevice.State.IDLE.word());
    assertThat(run("battery pull show --client boreal --json").json()).isEmpty();
    assertThat(run("battery pull off" + HERE).exitCode()).isZero();
    assertThat(run("battery pull show --client acme").out()).contains("off");
    assertThat(run("job run poll").exitCode()).isZero();
    assertThat(device.connections()).isZero();
  }

  @Test
  void theJobReadsWhatIsStaleInItsOwnProcess() throws Exception {
    set("acme");
    set("boreal");
    Run run = Run.packed(installation.environment(), "", "job", "run", "poll", "--json");
    assertThat(run.exitCode())
        .as(run.err() + Files.readString(home.resolve("logs/poll.log")))
        .isZero();
    assertThat(Files.readString(home.resolve("logs/poll.log")))
        .contains("2 of 2 stale devices read");
    assertThat(samples("acme")).isPositive();
    assertThat(samples("boreal")).isPositive();
    JsonNode shown = run("battery pull show --client acme --json").json().get(0);
    assertThat(shown.get("state").asText()).isEqualTo("idle");
    assertThat(shown.has("lastContact")).isTrue();
    long before = samples("acme");
    assertThat(run("job run poll").exitCode()).isZero();
    assertThat(samples("acme")).as("not stale any more").isEqualTo(before);
  }

  @Test
  void theJobLeavesAClientToThePortalThatAsksItsDevices() throws Exception {
    set("acme");
    try (Lease portal =
        Lease.tryAcquire(installation.databases().registry(), "pull/acme", Duration.ofMinutes(1))
            .orElseThrow()) {
      assertThat(portal.fence()).isPositive();
      assertThat(run("job run poll").exitCode()).isZero();
      assertThat(device.connections()).isZero();
    }
  }

  private void set(String client) {
    Run set = run("battery pull set --client " + client + " --battery LIB-1 " + address());
    assertThat(set.exitCode()).as(set.err()).isZero();
  }

  private long samples(String client) {
    return new OldSamples(installation)
        .count("SELECT COUNT(*) FROM `" + installation.databaseOf(client) + "`.sample");
  }

  private String address() {
    return "tcp://127.0.0.1:" + device.port();
  }

  private Run run(String command) {
    return Run.inside(installation.environment(), command.split(" "));
  }
}
