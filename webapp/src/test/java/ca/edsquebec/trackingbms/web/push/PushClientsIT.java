package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The programs that installers really have: curl, the Python client that Home Assistant and batmon
 * use, and InfluxData's own for JavaScript. Where one is missing its tests are skipped, and say so;
 * with CI=true they fail.
 */
@ExtendWith(PortalExtension.class)
class PushClientsIT {

  private static final Path SCRIPTS =
      TestDatabase.projectRoot().resolve("webapp/src/test/resources/push");

  /** Where .ci/run installs it. */
  private static final Path NODE_MODULES =
      TestDatabase.projectRoot().resolve("webapp/target/push-clients/node_modules");

  private final PushPortal push;
  private final Portal portal;
  private final TestBattery battery;
  private final String key;
  private final String base;
  private final long now = System.currentTimeMillis() / 1000;

  PushClientsIT(Portal portal) {
    this.portal = portal;
    this.push = new PushPortal(portal);
    this.battery = portal.battery();
    this.key = portal.acme().ingestKey();
    this.base = portal.http().base().toString();
  }

  private static List<String> curl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "-w", "\n%{http_code}"));
    command.addAll(List.of(arguments));
    return command;
  }

  private double latest(String name) {
    return push.latest(battery).get(name).asDouble();
  }

  @Test
  void curlWritesALine() throws IOException, InterruptedException {
    ClientRun.require("curl", "--version");
    String line = "battery,device=%s voltage=52.83,soc=83.9 %d".formatted(battery.code(), now);
    String said =
        ClientRun.output(
            curl(
                base + "/influx/write?db=home&precision=s",
                "-H",
                "Authorization: Token " + key,
                "--data-binary",
                line));
    assertThat(said).isEqualTo("\n204");
    assertThat(latest("packVoltage")).isEqualTo(52.83);
  }

  @Test
  void curlWritesAZippedFileWithTheKeyInTheAddress() throws IOException, InterruptedException {
    ClientRun.require("curl", "--version");
    Path file = Files.createTempFile("points", ".gz");
    String lines = "b,device=%s soc=71 %d\n".formatted(battery.code(), now);
    Files.write(file, Http.gzip(lines));
    String said =
        ClientRun.output(
            curl(
                base + "/influx/write?precision=s&u=any&p=" + key,
                "-H",
                "Content-Encoding: gzip",
                "--data-binary",
                "@" + file));
    Files.delete(file);
    assertThat(said).isEqualTo("\n204");
    assertThat(latest("soc")).isEqualTo(71);
  }

  @Test
  void curlPostsToEmoncms() throws IOException, InterruptedException {
    ClientRun.require("curl", "--version");
    String said =
        ClientRun.output(
            curl(
                base + "/emoncms/input/post",
                "--data-urlencode",
                "fulljson={\"voltage\":51.5}",
                "-d",
                "node=" + battery.code(),
                "-d",
                "apikey=" + key));
    assertThat(said).isEqualTo("{\"success\":true}\n200");
    assertThat(latest("packVoltage")).isEqualTo(51.5);
  }

  @Test
  void curlPostsTelemetry() throws IOException, InterruptedException {
    ClientRun.require("curl", "--version");
    String said =
        ClientRun.output(
            curl(
                base + "/api/v1/" + push.keyFor(battery) + "/telemetry",
                "-H",
                "Content-Type: application/json",
                "-d",
                "{\"voltage\":13.2,\"cells\":[{\"voltage\":3.3},{\"voltage\":3.31}]}"));
    assertThat(said).isEqualTo("\n200");
    assertThat(push.latest(battery).at("/cellVoltages/1").asDouble()).isEqualTo(3.31);
  }

  @Test
  void pythonClientWritesPlainZippedAndNothing() throws IOException, InterruptedException {
    ClientRun.require("/usr/bin/python3", "-c", "import influxdb");
    String entity = push.slug(battery) + "_total_voltage";
    String said =
        ClientRun.output(
            List.of(
                "/usr/bin/python3",
                SCRIPTS.resolve("influx_client.py").toString(),
                portal.http().base().getHost(),
                Integer.toString(portal.http().base().getPort()),
                key,
                battery.code(),
                entity,
                Long.toString(now)));
    assertThat(said.lines())
        .containsExactly(
            "ping 1.8.10-TrackingBMS",
            "databases []",
            "empty True",
            "point True",
            "zipped True",
            "entity True",
            "refused 400 partial write: line 2: no battery is called so");
    assertThat(latest("soc")).isEqualTo(84);
    assertThat(latest("packVoltage")).isEqualTo(52.83);
  }

  @Test
  void javaScriptClientWritesABatch() throws IOException, InterruptedException {
    ClientRun.require("node", "--version");
    ClientRun.requireFolder(NODE_MODULES.resolve("@influxdata/influxdb-client"));
    String said =
        ClientRun.output(
            List.of(
                "node",
                SCRIPTS.resolve("influx-client.cjs").toString(),
                NODE_MODULES.toString(),
                base + "/influx",
                key,
                battery.code(),
                Long.toString(now * 1000)));
    assertThat(said.lines())
        .containsExactly("written", "refused 400 invalid", "refused 401 unauthorized");
    assertThat(latest("packVoltage")).isEqualTo(52.83);
    assertThat(latest("cycles")).isEqualTo(70);
    assertThat(push.latest(battery).at("/alarms/0/raw").asText()).isEqualTo("a \"b\" \\ c");
  }
}
