package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import ca.edsquebec.trackingbms.jobs.simulate.feed.SimulatedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Simulation;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends batteries that do not exist. Needs neither settings nor a database. */
@Command(
    name = "simulate",
    description = {
      "Sends a portal the frames of batteries that do not exist, as a foxBMS 2 would; or, to load it,"
          + " samples of as many as one likes.",
      "The batteries are those of the key's client, with the connector foxbms: use some that no"
          + " device sends. First they are live, a set of frames each second; then the last day is"
          + " filled in, newest first, a set each minute. What the portal has is not sent again when"
          + " the key may read, too (scopes ingest and read).",
      "With --workload each battery sends a sample each 5 s instead, by itself always the same at the"
          + " same time; its connector does not matter, and no history is filled in.",
      "A run goes on until Ctrl-C, or for --duration."
    },
    footer = {
      "",
      "Faults: weak-cell (far below the others; the BMS warns), overheat (hot within 20 min; the BMS"
          + " warns), silent (sends nothing). Without from= it always was so.",
      "",
      "Examples:",
      "  tbms simulate --key tbms_… --battery LAV-07",
      "  tbms simulate --url https://portal.example --key tbms_… --days 0 --duration 10min \\",
      "      --battery LAV-07=stationary,cells=15 --battery LAV-08=mobile \\",
      "      --fault LAV-07:weak-cell --fault LAV-08:silent,from=1min,for=2min,every=5min",
      "  tbms simulate --key tbms_… --workload bms-1:LOAD-:100"
    })
public final class Simulate implements Callable<Integer> {

  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final Console console;
  private final Clock clock;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "API key of the client (tbms apikey create).")
  String key;

  @Option(
      names = "--battery",
      paramLabel = "CODE[=KIND][,cells=N][,capacity=AH]",
      converter = BatteryArgument.Converter.class,
      description =
          "A battery; may be repeated. Kinds: forklift (default; 24 LFP cells, 420 Ah), stationary"
              + " (16 LFP cells, 280 Ah), mobile (108 NMC cells, 150 Ah).")
  List<BatteryArgument> batteries = List.of();

  @Option(
      names = "--workload",
      paramLabel = "bms-1:PREFIX:COUNT",
      converter = WorkloadArgument.Converter.class,
      description =
          "In place of batteries one by one: samples of the load that benchmarks use, for the batteries"
              + " PREFIX1 to PREFIXCOUNT.")
  WorkloadArgument workload;

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      paramLabel = "URL",
      description = "Address of the portal (default: ${DEFAULT-VALUE}).")
  URI url;

  @Option(
      names = "--fault",
      paramLabel = "[CODE:]FAULT[,from=TIME][,for=TIME][,every=TIME]",
      converter = FaultArgument.Converter.class,
      description =
          "What goes wrong, with that battery or all; may be repeated. Times are such as 30s, 10min,"
              + " 2h; from= counts from the start.")
  List<FaultArgument> faults = List.of();

  @Option(
      names = "--days",
      defaultValue = "1",
      paramLabel = "DAYS",
      description = "Days of history to fill in, 0 to 31 (default: ${DEFAULT-VALUE}).")
  int days;

  @Option(names = "--duration", paramLabel = "TIME", description = "Ends after that time.")
  Duration duration = FOREVER;

  @Option(
      names = "--zone",
      defaultValue = "America/Toronto",
      paramLabel = "ZONE",
      description = "Where it is day when they work (default: ${DEFAULT-VALUE}).")
  ZoneId zone;

  @Option(names = "--quiet", description = "Tells only what is wrong, for cron.")
  boolean quiet;

  @Spec CommandSpec spec;

  public Simulate(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws RefusedException, InterruptedException {
    check();
    try (Simulation simulation = simulation(clock.instant());
        Interrupt interrupt = Interrupt.of(simulation)) {
      simulation.start();
      simulation.await(duration);
      return interrupt.came() ? ExitCode.STOPPED : ExitCode.DONE;
    }
  }

  private Simulation simulation(Instant start) {
    if (workload != null) {
      Report report = new Report(console, quiet, "a sample of each battery each 5 s");
      return Simulation.ofWorkload(url, key, workload.codes(), report, clock);
    }
    return new Simulation(
        url,
        key,
        batteries.stream().map(battery -> simulated(battery, start)).toList(),
        Duration.ofDays(days),
        new Report(console, quiet, "a set of frames each second"),
        clock);
  }

  private void check() {
    if (!key.matches("tbms_[a-z2-7]{12}_[A-Za-z0-9_-]{43}")) {
      throw new InvalidException("key", "--key is no API key: those look like tbms_…_…, 61 long");
    }
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new InvalidException("url", "--url is \"" + url + "\", not like http://localhost:8080");
    }
    checkKind();
    if (days < 0 || days > 31) {
      throw new InvalidException("days", "--days is " + days + "; allowed: 0 to 31");
    }
    List<String> codes = batteries.stream().map(BatteryArgument::code).toList();
    if (codes.stream().distinct().count() < codes.size()) {
      throw new InvalidException("battery", "--battery names one twice: " + codes);
    }
    for (FaultArgument fault : faults) {
      if (codes.stream().noneMatch(fault::concerns)) {
        throw new InvalidException(
            "fault",
            "--fault is about %s, which is none of %s".formatted(fault.code().get(), codes));
      }
    }
  }

  private void checkKind() {
    if (batteries.isEmpty() == (workload == null)) {
      throw new InvalidException("battery", "give either --battery or --workload");
    }
    for (String option : List.of("--fault", "--days", "--zone")) {
      if (workload != null && spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InvalidException("workload", option + " says nothing about a --workload");
      }
    }
  }

  private SimulatedBattery simulated(BatteryArgument battery, Instant start) {
    List<Fault> own =
        faults.stream()
            .filter(fault -> fault.concerns(battery.code()))
            .map(fault -> fault.inRunFrom(start))
            .toList();
    return new SimulatedBattery(
        battery.code(),
        new BatteryModel(
            battery.code(), battery.kind(), battery.cells(), battery.capacityAh(), zone, own));
  }
}
