package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The portal in a process of its own with 256 MB of heap, and a client with many batteries. */
final class BenchPortal implements AutoCloseable {

  private final TestInstallation installation = new TestInstallation();
  private final List<Battery> batteries;
  private final String key;
  private final PortalProcess process;
  private final Http http;

  BenchPortal(int count) throws IOException {
    Clock clock = Clock.systemUTC();
    var tenant = installation.tenant("acme");
    Fleet fleet =
        new Fleet(installation.databases().tenantDatabase(), (connector, given) -> {}, clock);
    batteries =
        IntStream.range(0, count)
            .mapToObj(i -> fleet.add(tenant, Portal.battery("B-" + i)))
            .toList();
    key =
        new ApiKeys(installation.databases().registry(), clock)
            .create(tenant, "bench", EnumSet.allOf(Scope.class))
            .text();
    Path home = TestDatabase.projectRoot().resolve("webapp/target/it/bench");
    process = PortalProcess.start(home, installation.environment());
    http = new Http(process.url());
    http.get("/api/v1/health", null);
    System.out.printf(
        Locale.ROOT,
        "up after %.1f s; %s%n",
        process.startTime().toMillis() / 1000.0,
        process.residentMemory());
  }

  Http http() {
    return http;
  }

  String key() {
    return key;
  }

  List<Battery> batteries() {
    return batteries;
  }

  TestInstallation installation() {
    return installation;
  }

  String residentMemory() throws IOException {
    return process.residentMemory();
  }

  /** A sample as a pack of 16 cells sends it. */
  static String sample(String code, long ts, Random random) {
    String cells =
        IntStream.range(0, 16)
            .mapToObj(i -> String.format(Locale.ROOT, "%.3f", 3.2 + random.nextInt(100) / 1000.0))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"battery\":\"%s\",\"ts\":%d,\"packVoltage\":52.31,\"current\":%.1f,\"soc\":%.1f,"
            + "\"cellVoltages\":[%s],\"temperatures\":[24.6,25.1,24.9,25.0]}",
        code,
        ts,
        random.nextInt(2000) / 10.0 - 100,
        random.nextInt(1000) / 10.0,
        cells);
  }

  /** {@code p50, p95, p99} of these, in milliseconds. */
  static String percentiles(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "n=%d p50=%.1f ms p95=%.1f ms p99=%.1f ms max=%.1f ms",
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
  }

  @Override
  public void close() {
    process.close();
    installation.close();
  }
}
