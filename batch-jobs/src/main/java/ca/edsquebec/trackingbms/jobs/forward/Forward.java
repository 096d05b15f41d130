package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.forward.send.Uplink;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a site's batteries to the portal. Needs neither settings of the portal nor a database. */
@Command(
    name = "forward",
    description = {
      "Hears batteries on site and sends their frames to the portal, over a line that may be thin"
          + " and cut: what the portal has not confirmed is kept on disk and sent later, and each"
          + " sample is stored once.",
      "The API key (scope ingest) comes from TBMS_KEY or from --key-file, never from the command line.",
      "Goes on until Ctrl-C, or until all input was read and the portal has it."
    },
    footer = {
      "",
      "Sources:",
      "  - or a file       lines: candump -L, SLCAN, JSON with hex or text, the device's own text",
      "  tcp://HOST:PORT   serial server with the device's own bytes; rtu-tcp://, modbus-tcp://",
      "  socketcand://HOST:29536/can0, canlog://HOST:28700",
      "  mqtt://HOST:1883/TOPIC/#, mqtts://HOST:8883/…   messages; name and password from",
      "                    TBMS_MQTT_USER and TBMS_MQTT_PASSWORD or --mqtt-password-file;",
      "                    a GX device is kept talking (R/ID/keepalive, the one topic published)",
      "",
      "Examples:",
      "  candump -L can0 | tbms forward --url https://portal.example --key-file /etc/tbms/key \\",
      "      --battery LAV-07 --connector foxbms --from -",
      "  tbms forward --config /etc/tbms/site.json --check",
      "",
      "A settings file, with remarks behind //:",
      "  { \"url\": \"https://portal.example\", \"name\": \"depot-laval\",",
      "    \"keyFile\": \"/etc/tbms/key\",",
      "    \"spool\": \"/var/lib/tbms/spool\", \"spoolLimit\": \"256MB\",",
      "    \"batteries\": [ { \"battery\": \"LAV-07\", \"connector\": \"foxbms\",",
      "                     \"settings\": { \"version\": \"1.10.0\" },",
      "                     \"from\": \"/var/log/can0.log\", \"follow\": true, \"thin\": \"1s\" } ] }"
    })
public final class Forward implements Callable<Integer> {

  private final Map<String, String> environment;
  private final Console console;
  private final Clock clock;

  @Mixin ForwardOptions options;

  @Option(
      names = "--status",
      defaultValue = "1min",
      paramLabel = "TIME",
      description =
          "How often it tells how it is, when nobody watches (default: ${DEFAULT-VALUE}).")
  Duration status;

  @Option(
      names = "--check",
      description =
          "Shows what is heard of each battery within 10 s, and whether the portal would take it;"
              + " sends no frame. Exit code 1 unless something was understood of each and is taken.")
  boolean check;

  /**
   * @param environment where the key may be
   */
  public Forward(Map<String, String> environment, Console console, Clock clock) {
    this.environment = environment;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SiteFile file = options.file();
    Site site = options.site(file);
    Secrets secrets = new Secrets(environment);
    Uplink uplink = new Uplink(site.portal(), secrets.key(options.keyFile(file)));
    Sources sources = new Sources(console.input(), secrets, options.mqttFiles(file), clock);
    if (check) {
      return checked(site, uplink, sources) ? ExitCode.DONE : ExitCode.FAILED;
    }
    try (Forwarding forwarding =
            new Forwarding(site, uplink, sources, new Report(console), status, clock);
        Stop stop = Stop.of(forwarding, console)) {
      return forwarding.run() ? ExitCode.DONE : ExitCode.STOPPED;
    }
  }

  private boolean checked(Site site, Uplink uplink, Sources sources)
      throws IOException, InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Feed feed : site.feeds()) {
      checks.add(new Check(feed, sources.of(feed)));
    }
    console.progress("Listening …");
    long begun = System.nanoTime();
    checks.forEach(Check::start);
    for (Check one : checks) {
      one.await(begun);
    }
    console.progress("");
    boolean well = true;
    for (Check one : checks) {
      well &= one.tell(uplink, console);
    }
    return well;
  }
}
