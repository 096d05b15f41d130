package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.portal.KeyForm;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
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
import java.util.Iterator;
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
          + " samples of as many as one likes; or is devices that a portal asks.",
      "The batteries are those of the key's client, with the connector foxbms: use some that no"
          + " device sends. First they are live, a set of frames each second; then the last day is"
          + " filled in, newest first, a set each minute. What the portal has is not sent again when"
          + " the key may read, too (scopes ingest and read).",
      "With --workload each battery sends a sample each 5 s instead, by itself always the same at the"
          + " same time; its connector does not matter, and no history is filled in.",
      "With another --connector each battery is a device that waits at an address of its own, the"
          + " first at --listen, each further one at the next port, and answers what reads in its"
          + " maker's words. Set that address with tbms battery pull set; it takes nothing that writes.",
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
      "  tbms simulate --key tbms_… --workload bms-1:LOAD-:100",
      "  tbms simulate --connector jbd --listen 4001 --battery LAV-10=stationary"
    })
public final class Simulate implements Callable<Integer> {

  private static final String FOXBMS = "foxbms";
  private static final int MAX_SPEED = 3_600;
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final Console console;
  private final Clock clock;

  @Option(
      names = "--connector",
      defaultValue = FOXBMS,
      paramLabel = "ID",
      completionCandidates = Asked.class,
      description =
          "What speaks: foxbms, which sends (default), or a device that is asked:"
              + " ${COMPLETION-CANDIDATES}.")
  String connector;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key of the client (tbms apikey create); for what sends.")
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
      names = "--listen",
      paramLabel = "[ADDRESS:]PORT",
      converter = ListenArgument.Converter.class,
      description =
          "Where the first device is asked, others at the ports behind it; without ADDRESS only this"
              + " machine reaches them.")
  ListenArgument listen;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "TIMES",
      description =
          "How fast the days of devices that are asked go by, 1 to 3600 (default: ${DEFAULT-VALUE}).")
  int speed;

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
    return connector.equals(FOXBMS) ? send() : listen();
  }

  private int send() throws RefusedException, InterruptedException {
    try (Simulation simulation = simulation(clock.instant());
        Interrupt interrupt = Interrupt.of(simulation::close)) {
      simulation.start();
      simulation.await(duration);
      return interrupt.came() ? ExitCode.STOPPED : ExitCode.DONE;
    }
  }

  private int listen() throws InterruptedException {
    Instant start = clock.instant();
    SimulatedDevice device = SimulatedDevices.of(connector).orElseThrow();
    try (Listening devices = new Listening();
        Interrupt interrupt = Interrupt.of(devices::close)) {
      for (BatteryArgument battery : batteries) {
        TimedBattery timed = new TimedBattery(model(battery, start), start.toEpochMilli(), speed);
        devices.add(device, timed, listen.of(batteries.indexOf(battery)), clock, report());
      }
      devices.await(duration);
      return interrupt.came() ? ExitCode.STOPPED : ExitCode.DONE;
    }
  }

  private Report report() {
    return new Report(console, quiet, "a set of frames each second");
  }

  private Simulation simulation(Instant start) {
    if (workload != null) {
      Report report = new Report(console, quiet, "a sample of each battery each 5 s");
      return Simulation.ofWorkload(url, key, workload.codes(), report, clock);
    }
    return new Simulation(
        url,
        key,
        batteries.stream().map(b -> new SimulatedBattery(b.code(), model(b, start))).toList(),
        Duration.ofDays(days),
        report(),
        clock);
  }

  private void check() {
    if (connector.equals(FOXBMS)) {
      checkSending();
    } else {
      checkListening();
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

  private void checkSending() {
    refuse("connector", "is for a --connector that is asked", "--listen", "--speed");
    if (key == null) {
      throw new InvalidException("key", "--key is missing: an API key (tbms apikey create)");
    }
    if (!KeyForm.fits(key)) {
      throw new InvalidException("key", "--key is no API key: those look like tbms_…_…, 61 long");
    }
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new InvalidException("url", "--url is \"" + url + "\", not like http://localhost:8080");
    }
    if (batteries.isEmpty() == (workload == null)) {
      throw new InvalidException("battery", "give either --battery or --workload");
    }
    if (workload != null) {
      refuse("workload", "says nothing about a --workload", "--fault", "--days", "--zone");
    }
    if (days < 0 || days > 31) {
      throw new InvalidException("days", "--days is " + days + "; allowed: 0 to 31");
    }
  }

  private void checkListening() {
    SimulatedDevice device = SimulatedDevices.of(connector).orElseThrow(this::noSuchConnector);
    refuse("connector", "is for --connector foxbms", "--key", "--url", "--days", "--workload");
    if (batteries.isEmpty() || listen == null || !listen.hasPortsFor(batteries.size())) {
      throw new InvalidException(
          "listen", "devices need a --battery each, and --listen with a port for each up to 65535");
    }
    if (speed < 1 || speed > MAX_SPEED) {
      throw new InvalidException("speed", "--speed is " + speed + "; allowed: 1 to " + MAX_SPEED);
    }
    for (BatteryArgument battery : batteries) {
      device
          .refusal(battery.cells(), battery.capacityAh())
          .ifPresent(
              why -> {
                throw new InvalidException(
                    "battery",
                    "--battery %s has %d cells and %.0f Ah, but %s"
                        .formatted(battery.code(), battery.cells(), battery.capacityAh(), why));
              });
    }
  }

  private InvalidException noSuchConnector() {
    List<String> ids = SimulatedDevices.installed().stream().map(SimulatedDevice::id).toList();
    return new InvalidException(
        "connector",
        "no simulator of \"%s\": there is foxbms, %s".formatted(connector, String.join(", ", ids)));
  }

  private void refuse(String field, String why, String... options) {
    for (String option : options) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InvalidException(field, option + " " + why);
      }
    }
  }

  private BatteryModel model(BatteryArgument battery, Instant start) {
    List<Fault> own =
        faults.stream()
            .filter(fault -> fault.concerns(battery.code()))
            .map(fault -> fault.inRunFrom(start))
            .toList();
    return new BatteryModel(
        battery.code(), battery.kind(), battery.cells(), battery.capacityAh(), zone, own);
  }

  /** What can be given as {@code --connector} beside the one that sends. */
  static final class Asked implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return SimulatedDevices.installed().stream().map(SimulatedDevice::id).iterator();
    }
  }
}
