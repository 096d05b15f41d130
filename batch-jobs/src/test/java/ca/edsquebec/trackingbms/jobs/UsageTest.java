package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.measure.Chemistry;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class UsageTest {

  /** Settings that stop whoever reads them. */
  private static final Map<String, String> NO_INSTALLATION = Map.of("TBMS_HOME", "/nowhere");

  static Stream<String> everyCommand() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    Installation none = new Installation(NO_INSTALLATION, Clock.systemUTC());
    return names(new Application(NO_INSTALLATION, console).commandLine(none));
  }

  private static Stream<String> names(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName(" ")),
        command.getSubcommands().values().stream().flatMap(UsageTest::names));
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void explainsEveryCommandWithoutSettings(String command) {
    Run run = run(command.replaceFirst("tbms ?", "") + " --help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: " + command);
    boolean group =
        command.matches("tbms \\w+( pull)?") && !command.matches("tbms (decode|simulate|doctor)");
    assertThat(run.out().contains("Example")).isEqualTo(!group);
  }

  @Test
  void knowsItsVersion() {
    assertThat(run("--version").out()).matches("tbms \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Missing required subcommand",
    "tenant, Missing required subcommand",
    "nonsense, Unmatched argument",
    "tenant nonsense, Unmatched argument",
    "tenant create --name A --admin a@b.ca, Missing required argument",
    "tenant create acme --client acme --name A --admin a@b.ca, mutually exclusive",
    "tenant create acme --admin a@b.ca, --name",
    "tenant create acme --name A --admin a@b.ca --language de, 'none of fr, en'",
    "tenant create acme --name A --admin a@b.ca --retention P1W, P31D",
    "tenant create acme --name A --admin a@b.ca --retention year, P18M",
    "tenant create Acme! --name A --admin a@b.ca, 2 to 24 lower-case letters",
    "user create --client acme --email a@b.ca --name A --role user --place P --type T, only one of",
    "user create --email a@b.ca --name A --role user, --platform-admin",
    "user create --client acme --platform-admin --email a@b.ca --name A, mutually exclusive",
    "user create --platform-admin --email a@b.ca --name A --role user, not of the platform",
    "user create --client acme --email a@b.ca --name A, --role is missing",
    "apikey create --client acme --name A --scope all, 'none of ingest, read'",
    "battery add --client a --code b --type t --place p --cells x, --cells",
    "battery add --client a --code b --type t --place p --period 5, 5s",
    "battery add --client a --code b --type t --place p --zone Mars, America/Toronto",
    "battery add --client a --code b --type t --place p --status lost, none of commissioning",
    "battery list, --client",
    "battery pull, Missing required subcommand",
    "battery pull set --client a --battery b, ADDRESS",
    "battery pull set --client a --battery b host:1, modbus-tcp://",
    "battery pull test --client a --battery b tcp://host, a port from 1 to 65535",
    "battery pull off --client a, --battery",
    "decode x, --connector",
    "decode --connector nope x, 'no connector \"nope\": there is can35x, daly'",
    "decode --connector foxbms --setting volume=11 x, 'has no setting \"volume\"'",
    "decode --connector foxbms --setting cells=many x, a whole number from 1",
    "decode --connector foxbms --setting cells x, KEY=VALUE",
    "simulate --battery LAV-07, --key",
    "simulate --key KEY, --battery",
    "simulate --key secret --battery LAV-07, no API key",
    "simulate --key KEY --battery L --workload bms-1:L-:9, either --battery or --workload",
    "simulate --key KEY --workload bms-2:L-:9, bms-1:LOAD-:100",
    "simulate --key KEY --workload bms-1:L-:0, 1 to 10000 batteries",
    "simulate --key KEY --workload bms-1:L-:9 --days 0, --days says nothing",
    "simulate --key KEY --workload bms-1:L-:9 --fault silent, --fault says nothing",
    "simulate --key KEY --battery LAV-07=submarine, 'none of forklift, stationary, mobile'",
    "simulate --key KEY --battery L'été, not a battery such as",
    "'simulate --key KEY --battery L,cells=0', 1 to 216 cells",
    "simulate --key KEY --battery L --battery L, names one twice",
    "simulate --key KEY --battery L --fault fire, 'none of weak-cell, overheat, silent'",
    "simulate --key KEY --battery L --fault M:silent, none of [L]",
    "'simulate --key KEY --battery L --fault silent,for=5min', from= when",
    "'simulate --key KEY --battery L --fault silent,from=1,for=5min', 5s",
    "'simulate --key KEY --battery L --fault silent,from=1s,for=5min,every=1min', ends before",
    "simulate --key KEY --battery L --days 32, 0 to 31",
    "simulate --key KEY --battery L --url portal, http://localhost:8080",
    "simulate --key KEY --battery L --duration soon, 10min",
    "simulate --key KEY --battery L --listen 4001, --connector that is asked",
    "simulate --connector nope --listen 4001 --battery L, 'there is foxbms, greenbms, jbd, thingset'",
    "simulate --connector jbd --battery L, --listen with a port",
    "simulate --connector jbd --listen 4001, a --battery each",
    "simulate --connector jbd --listen 0 --battery L, 0.0.0.0:4001",
    "simulate --connector jbd --listen here:x --battery L, 0.0.0.0:4001",
    "simulate --connector jbd --listen 65535 --battery L --battery M, up to 65535",
    "simulate --connector jbd --listen 4001 --battery L --key KEY, for --connector foxbms",
    "simulate --connector jbd --listen 4001 --battery L --speed 0, 1 to 3600",
    "simulate --connector jbd --listen 4001 --battery L=mobile, at most 32 cells",
    "simulate --connector thingset --listen 4001 --battery L, at most 16 cells",
    "simulate --connector jbd --listen no.such.host.invalid:4001 --battery L, can't listen",
  })
  void refusesWhatCannotBeMeantInOneSentence(String line, String part) {
    Run run = run(line.replace(" KEY", " tbms_" + "a".repeat(12) + "_" + "B".repeat(43)));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("tbms: ").contains(part).hasLineCount(1);
  }

  @Test
  void refusesArgumentsThatTheLocaleMadeUnreadable() {
    Run run = Run.inside(NO_INSTALLATION, "tenant", "create", "x", "--name", "Qu\uFFFDbec");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LC_ALL").hasLineCount(1);
  }

  @Test
  void namesTheMissingSetting() {
    Run run = run("tenant list");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("TBMS_DB_URL is not set").hasLineCount(1);
  }

  @Test
  void namesTheUnknownSetting() {
    Run run = Run.inside(Map.of("TBMS_HOME", "/nowhere", "TBMS_FOO", "bar"), "db", "status");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Unknown setting TBMS_FOO").hasLineCount(1);
  }

  @Test
  void showsWhereAFailureComesFromWhenAsked() {
    assertThat(run("tenant list --verbose").err()).contains("\tat ");
    assertThat(run("--verbose tenant list").err()).contains("\tat ");
  }

  @Test
  void helpNamesEveryChoice() {
    String help = run("battery add --help").out();
    assertThat(help).contains(words(Chemistry.values())).contains(words(BatteryStatus.values()));
  }

  private static String[] words(Enum<?>[] values) {
    return Arrays.stream(values).map(Choice::word).toArray(String[]::new);
  }

  private static Run run(String line) {
    return Run.inside(NO_INSTALLATION, line.isBlank() ? new String[0] : line.strip().split(" +"));
  }
}
