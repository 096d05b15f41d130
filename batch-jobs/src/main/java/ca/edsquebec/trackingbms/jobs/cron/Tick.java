package ca.edsquebec.trackingbms.jobs.cron;

import ca.edsquebec.trackingbms.jobs.batch.Jobs;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the one line of cron runs. */
@Command(
    name = "tick",
    description = {
      "Runs what is due, one job after another; what was missed is made up for once.",
      "Silent when nothing is wrong. Exit code 75 when another program runs jobs now."
    },
    footer = {"", "Example, in a crontab (tbms cron print makes the line):", "  tbms cron tick"})
public final class Tick implements Callable<Integer> {

  private final Installation installation;
  private final Jobs jobs;
  private final Console console;

  public Tick(Installation installation, Jobs jobs, Console console) {
    this.installation = installation;
    this.jobs = jobs;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (installation.settings().required(Setting.TBMS_SCHEDULER).equals("quartz")) {
      console.error(
          "nothing is run: TBMS_SCHEDULER is quartz, so the portal runs the jobs. Remove this line"
              + " from the crontab, or set it to cron");
      return ExitCode.FAILED;
    }
    return jobs.run(Run.By.CRON, dispatch -> dispatch.tick(Routines.installed()));
  }
}
