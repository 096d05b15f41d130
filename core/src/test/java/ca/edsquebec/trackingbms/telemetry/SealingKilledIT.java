package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The program that seals is killed as by the host, in the middle of whatever it does. */
class SealingKilledIT {

  private static final int KILLS = 4;
  private static final int BATTERIES = 10;
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final TimeRange AROUND = new TimeRange(NOW - 4 * HOUR, NOW);

  private final Random random = new Random(11);
  private int stored;

  @Test
  void losesAndDoublesNothing() throws Exception {
    try (TestInstallation installation = new TestInstallation();
        Telemetry telemetry = new Telemetry(installation.databases())) {
      TenantId acme = installation.tenant("acme");
      for (int kill = 0; kill < KILLS; kill++) {
        store(telemetry, acme);
        Process sealing = start(installation);
        long killAt = System.nanoTime() + Duration.ofMillis(random.nextInt(800)).toNanos();
        while (System.nanoTime() < killAt) {
          store(telemetry, acme);
        }
        sealing.destroyForcibly().waitFor();
        assertThat(count(telemetry, acme)).as("after kill %d", kill + 1).isEqualTo(stored);
      }
      assertThat(telemetry.number(acme, "SELECT COUNT(*) FROM %s.sample_chunk")).isPositive();
      telemetry.sealing(NOW).seal(acme, () -> {});
      assertThat(telemetry.number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
      assertThat(telemetry.number(acme, "SELECT SUM(samples) FROM %s.rollup_hour"))
          .isEqualTo(stored);
      assertThat(count(telemetry, acme)).isEqualTo(stored);
    }
  }

  private void store(Telemetry telemetry, TenantId tenant) {
    List<Measured> samples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      long ts = AROUND.fromMillis() + Math.floorMod(stored * 7_919L, 2 * HOUR);
      samples.add(measured(1 + stored % BATTERIES, soc(ts, i)));
      stored++;
    }
    assertThat(telemetry.ingest.backfill(tenant, samples).accepted()).isEqualTo(100);
  }

  private static int count(Telemetry telemetry, TenantId tenant) {
    int count = 0;
    for (long battery = 1; battery <= BATTERIES; battery++) {
      count +=
          telemetry
              .history
              .raw(Viewer.system(tenant), battery, AROUND, List.of(Metric.SOC), 1_000_000)
              .t()
              .length;
    }
    return count;
  }

  private static Process start(TestInstallation installation) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SealingProcess.class.getName(),
            "acme");
    builder.environment().putAll(installation.environment());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = out.readLine();
      assertThat(line).as("output of the program that seals").isNotNull();
    } while (!line.equals("sealed"));
    return process;
  }
}
