package ca.edsquebec.trackingbms.jobs.cron;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what belongs into the crontab. */
@Command(
    name = "print",
    description = {
      "Prints the crontab line of this installation: each five minutes, with low priority, in a"
          + " minute that differs from that of others on the host.",
      "Only one of the two forms belongs into a crontab."
    },
    footer = {
      "",
      "Example, adds it to the crontab:",
      "  (crontab -l; tbms cron print) | crontab -"
    })
public final class PrintCron implements Callable<Integer> {

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  @Option(
      names = "--each",
      description = "A line a job, for hosts that allow no line each five minutes.")
  boolean each;

  public PrintCron(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = installation.settings();
    String command = command(settings);
    int hash = (settings.home() + "@" + settings.text(Setting.TBMS_DB_URL).orElse("")).hashCode();
    if (each) {
      ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
      ZoneId zone = ZoneId.of(settings.required(Setting.TBMS_TIME_ZONE));
      List<Routine> routines = Routines.installed();
      List<Cadence> cadences = routines.stream().map(Routine::cadence).toList();
      List<String> when = CronLine.each(cadences, hash, zone, now);
      for (int i = 0; i < when.size(); i++) {
        tell(when.get(i), command + " job run " + routines.get(i).name());
      }
    } else {
      tell(CronLine.tick(hash), command + " cron tick");
    }
    if (settings.required(Setting.TBMS_SCHEDULER).equals("quartz")) {
      console.note("TBMS_SCHEDULER is quartz: the portal runs the jobs, and cron must not.");
    }
    List<String> unseen = onlyHere();
    if (!unseen.isEmpty()) {
      console.note(
          "Cron does not see this environment: put %s into .env in %s."
              .formatted(String.join(", ", unseen), absolute(settings.home())));
    }
    if (!Boolean.getBoolean("tbms.archive")) {
      console.note("Run bin/tbms-archive after each deployment: tbms then starts faster.");
    }
    return ExitCode.DONE;
  }

  private void tell(String when, String command) {
    console.tell(
        new Fields().with("when", when).with("command", command), when + " " + escaped(command));
  }

  /** Settings of the environment, which a login has and cron has not. */
  private List<String> onlyHere() {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting != Setting.TBMS_HOME)
        .map(Setting::name)
        .filter(name -> installation.variable(name).isPresent())
        .toList();
  }

  private String command(Settings settings) throws IOException {
    StringBuilder command = new StringBuilder();
    variable(command, "TBMS_HOME", Optional.of(absolute(settings.home())));
    Optional<String> given = installation.variable("JAVA_HOME");
    Path running = Path.of(System.getProperty("java.home"));
    variable(
        command,
        "JAVA_HOME",
        given.isPresent() ? given : CronJava.needed(CronJava.FOLDERS, running));
    String launcher = System.getProperty("tbms.launcher", "tbms");
    return command.append("nice -n 10 ").append(quoted(launcher)).toString();
  }

  private static String absolute(Path home) {
    return home.toAbsolutePath().normalize().toString();
  }

  private static void variable(StringBuilder command, String name, Optional<String> value) {
    value.ifPresent(text -> command.append(name).append('=').append(quoted(text)).append(' '));
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Cron takes a plain % for the end of the line. */
  private static String escaped(String command) {
    return command.replace("%", "\\%");
  }
}
