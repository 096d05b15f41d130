package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Archive;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExportIT {

  private static final long NOW = Telemetry.NOW;
  private static final Clock CLOCK = Telemetry.at(NOW);

  /** More with {@code -Dtbms.export.samples=NUMBER}, to see how long it takes. */
  private static final int SAMPLES = Integer.getInteger("tbms.export.samples", 5_000);

  private static final int AT_ONCE = 10_000;

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void tellsEverySampleOnceSealedOrNotAndNoneOfAnotherClient() throws IOException {
    Battery battery = add(acme, "LAV-07");
    Battery other = add(installation.tenant("boreal"), "NORD-1");
    store(acme, battery, SAMPLES);
    store(installation.tenant("boreal"), other, 10);
    assertThat(telemetry.sealing(NOW).seal(acme)).isPresent();
    Path file = folder.resolve("acme.zip");
    long begun = System.nanoTime();
    Archive archive;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      archive = export().write(Actor.SYSTEM, acme, "acme.zip", out);
    }
    System.out.printf(
        "exported %d samples in %d ms, %d bytes, %d MB of heap used%n",
        SAMPLES,
        Duration.ofNanos(System.nanoTime() - begun).toMillis(),
        archive.bytes(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    assertThat(archive.bytes()).isEqualTo(Files.size(file));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .contains("samples/LAV-07.jsonl", "database/battery.jsonl", "manifest.json")
          .noneMatch(name -> name.contains("NORD"));
      List<String> lines =
          new String(
                  zip.getInputStream(zip.getEntry("samples/LAV-07.jsonl")).readAllBytes(),
                  StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(lines).hasSize(SAMPLES).doesNotHaveDuplicates();
      assertThat(lines.get(SAMPLES - 1))
          .startsWith("{\"ts\":" + NOW + ",")
          .contains("\"packVoltage\":52.3")
          .contains("\"cellVoltages\":[3.2");
    }
  }

  private Export export() {
    Databases databases = installation.databases();
    return new Export(
        databases.registry(),
        databases.tenantDatabase(),
        databases.tenants(),
        List.of(
            new SampleExport(
                databases.tenantDatabase(), new BatteryDirectory(telemetry.fleet, CLOCK), CLOCK)),
        TestAudit.of(databases, CLOCK),
        CLOCK);
  }

  private Battery add(TenantId tenant, String code) {
    return telemetry.fleet.add(
        Actor.SYSTEM, tenant, NewBattery.builder(code, "Chariot", "Laval", "foxbms").build());
  }

  /** One each 5 s, the last now. */
  private void store(TenantId tenant, Battery battery, int count) {
    List<Measured> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long ts = NOW - 5_000L * (count - 1 - i);
      Sample sample =
          new Sample.Builder(ts)
              .put(Metric.PACK_VOLTAGE, 52.3)
              .put(Metric.CURRENT, i % 100)
              .cellVoltages(new double[] {3.271, 3.272, 3.273, 3.274})
              .build();
      some.add(new Measured(battery.id(), battery.earliestSample().toEpochMilli(), sample));
      if (some.size() == AT_ONCE || i == count - 1) {
        telemetry.ingest.backfill(tenant, some);
        some = new ArrayList<>();
      }
    }
  }
}
