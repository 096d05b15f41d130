package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether all is well with the installation. */
@Command(
    name = "doctor",
    description = {
      "Looks at settings, databases, keys and backups, and tells for each whether it is right and,"
          + " where not, what to do. Repairs nothing. Ends with 1 when something fails."
    },
    footer = {
      "",
      "Examples:",
      "  tbms doctor",
      "  tbms doctor --key-copy   # then give the copy of the master key that is kept elsewhere"
    })
public final class Doctor implements Callable<Integer> {

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  @Option(
      names = "--key-copy",
      description = {
        "Reads a master key from the standard input, the copy that is kept elsewhere, and remembers"
            + " that it is the right one."
      })
  boolean keyCopy;

  public Doctor(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    KeyCopy copy = new KeyCopy(installation, clock);
    if (keyCopy) {
      tell(copy.confirm(console.input()));
      return ExitCode.DONE;
    }
    boolean failed =
        Stream.of(
                    new SettingsCheck(installation),
                    new RegistryCheck(installation),
                    new SchemasCheck(installation),
                    new MasterKeyCheck(installation),
                    copy,
                    new BackupsCheck(installation, clock),
                    new OffSiteCheck(installation, clock))
                .flatMap(check -> run(check).stream())
                .map(this::tell)
                .filter(level -> level == Finding.Level.FAIL)
                .count()
            > 0;
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static List<Finding> run(Check check) {
    try {
      return check.run();
    } catch (IOException | RuntimeException e) {
      return List.of(
          Finding.fail(
              check.about() + ": " + new Failure(e).sentence(), "repair that, then look again"));
    }
  }

  private Finding.Level tell(Finding finding) {
    String level = finding.level().name().toLowerCase(Locale.ROOT);
    console.tell(
        new Fields().with("level", level).with("what", finding.what()).with("toDo", finding.toDo()),
        "%-4s  %s%s"
            .formatted(
                level,
                finding.what(),
                finding.toDo().isEmpty() ? "" : "\n      -> " + finding.toDo()));
    return finding.level();
  }
}
