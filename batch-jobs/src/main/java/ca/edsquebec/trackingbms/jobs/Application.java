package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.jobs.apikey.CreateApiKey;
import ca.edsquebec.trackingbms.jobs.apikey.ListApiKeys;
import ca.edsquebec.trackingbms.jobs.apikey.RevokeApiKey;
import ca.edsquebec.trackingbms.jobs.audit.VerifyAudit;
import ca.edsquebec.trackingbms.jobs.backup.CreateBackup;
import ca.edsquebec.trackingbms.jobs.backup.ListBackups;
import ca.edsquebec.trackingbms.jobs.backup.PushBackups;
import ca.edsquebec.trackingbms.jobs.backup.RestoreBackup;
import ca.edsquebec.trackingbms.jobs.backup.VerifyBackup;
import ca.edsquebec.trackingbms.jobs.batch.Jobs;
import ca.edsquebec.trackingbms.jobs.battery.AddBattery;
import ca.edsquebec.trackingbms.jobs.battery.ListBatteries;
import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Language;
import ca.edsquebec.trackingbms.jobs.console.Periods;
import ca.edsquebec.trackingbms.jobs.console.Zones;
import ca.edsquebec.trackingbms.jobs.cron.CheckCron;
import ca.edsquebec.trackingbms.jobs.cron.PrintCron;
import ca.edsquebec.trackingbms.jobs.cron.Tick;
import ca.edsquebec.trackingbms.jobs.database.MigrateDatabases;
import ca.edsquebec.trackingbms.jobs.database.ShowDatabases;
import ca.edsquebec.trackingbms.jobs.dbc.ProposeMapping;
import ca.edsquebec.trackingbms.jobs.dbc.WriteLines;
import ca.edsquebec.trackingbms.jobs.decode.Decode;
import ca.edsquebec.trackingbms.jobs.doctor.Doctor;
import ca.edsquebec.trackingbms.jobs.forward.Forward;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.jobs.job.JobHistory;
import ca.edsquebec.trackingbms.jobs.job.ListJobs;
import ca.edsquebec.trackingbms.jobs.job.RestartJob;
import ca.edsquebec.trackingbms.jobs.job.RunJob;
import ca.edsquebec.trackingbms.jobs.job.ShowJob;
import ca.edsquebec.trackingbms.jobs.key.KeepSetting;
import ca.edsquebec.trackingbms.jobs.key.RotateKeys;
import ca.edsquebec.trackingbms.jobs.pull.PullOff;
import ca.edsquebec.trackingbms.jobs.pull.SetPull;
import ca.edsquebec.trackingbms.jobs.pull.ShowPull;
import ca.edsquebec.trackingbms.jobs.pull.TestPull;
import ca.edsquebec.trackingbms.jobs.simulate.Simulate;
import ca.edsquebec.trackingbms.jobs.tenant.CreateTenant;
import ca.edsquebec.trackingbms.jobs.tenant.DeleteTenant;
import ca.edsquebec.trackingbms.jobs.tenant.ExportTenant;
import ca.edsquebec.trackingbms.jobs.tenant.ListTenants;
import ca.edsquebec.trackingbms.jobs.tenant.SuspendTenant;
import ca.edsquebec.trackingbms.jobs.user.CreateUser;
import ca.edsquebec.trackingbms.jobs.user.ResetPassword;
import ca.edsquebec.trackingbms.jobs.user.UnlockUser;
import ca.edsquebec.trackingbms.measure.Chemistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The command line put together: every command is made here and stands in one visible list. Nothing
 * is opened before a command asks for it.
 */
final class Application {

  /** What a text decoder puts where bytes were no text. */
  private static final String UNREADABLE = "\uFFFD";

  private final Map<String, String> environment;
  private final Console console;
  private final Clock clock = Clock.systemUTC();

  Application(Map<String, String> environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /**
   * @return the exit code
   */
  int run(String... args) {
    if (Arrays.stream(args).anyMatch(arg -> arg.contains(UNREADABLE))) {
      console.error("the arguments aren't readable text: set LC_ALL to a UTF-8 locale (C.UTF-8)");
      return ExitCode.USAGE;
    }
    try (Installation installation = new Installation(environment, clock)) {
      return console.end(commandLine(installation).execute(args));
    }
  }

  CommandLine commandLine(Installation installation) {
    CommandLine tbms = new CommandLine(new Tbms(console));
    group(tbms, "tenant", "Clients: each has a database of its own.")
        .addSubcommand(new CreateTenant(installation, console))
        .addSubcommand(new ListTenants(installation, console))
        .addSubcommand(new SuspendTenant(installation, console))
        .addSubcommand(new ExportTenant(installation, console))
        .addSubcommand(new DeleteTenant(installation, console));
    group(tbms, "user", "People who sign in.")
        .addSubcommand(new CreateUser(installation, console))
        .addSubcommand(new ResetPassword(installation, console))
        .addSubcommand(new UnlockUser(installation, console));
    addBatteries(tbms, installation);
    group(tbms, "apikey", "Keys of devices and programs.")
        .addSubcommand(new CreateApiKey(installation, console))
        .addSubcommand(new ListApiKeys(installation, console))
        .addSubcommand(new RevokeApiKey(installation, console));
    group(tbms, "db", "Schemas of the registry and of the clients' databases.")
        .addSubcommand(new MigrateDatabases(installation, console))
        .addSubcommand(new ShowDatabases(installation, console));
    group(tbms, "audit", "Who did what.").addSubcommand(new VerifyAudit(installation, console));
    group(tbms, "keys", "Keys that protect secrets.")
        .addSubcommand(new RotateKeys(installation, console, clock))
        .addSubcommand(new KeepSetting(installation, console));
    group(tbms, "backup", "Copies of the registry and of clients' databases.")
        .addSubcommand(new CreateBackup(installation, console))
        .addSubcommand(new ListBackups(installation, console))
        .addSubcommand(new VerifyBackup(installation, console))
        .addSubcommand(new RestoreBackup(installation, console))
        .addSubcommand(new PushBackups(installation, console));
    tbms.addSubcommand(new Doctor(installation, console, clock));
    addJobs(tbms, installation);
    group(tbms, "dbc", "A customer's CAN database.")
        .addSubcommand(new ProposeMapping(console))
        .addSubcommand(new WriteLines(console));
    tbms.addSubcommand(new Decode(console))
        .addSubcommand(new Forward(environment, console, clock))
        .addSubcommand(new Simulate(console, clock));
    inDeclaredOrder(tbms);
    return configured(tbms);
  }

  private void addBatteries(CommandLine tbms, Installation installation) {
    CommandLine battery =
        group(tbms, "battery", "A client's batteries.")
            .addSubcommand(new AddBattery(installation, console))
            .addSubcommand(new ListBatteries(installation, console));
    group(battery, "pull", "Batteries that the portal asks.")
        .addSubcommand(new SetPull(installation, console))
        .addSubcommand(new ShowPull(installation, console, clock))
        .addSubcommand(new TestPull(installation, console))
        .addSubcommand(new PullOff(installation, console));
  }

  private void addJobs(CommandLine tbms, Installation installation) {
    Jobs jobs = new Jobs(installation, console, clock);
    group(tbms, "job", "What is done again and again.")
        .addSubcommand(new RunJob(jobs))
        .addSubcommand(new ListJobs(console))
        .addSubcommand(new ShowJob(installation, console))
        .addSubcommand(new RestartJob(jobs))
        .addSubcommand(new JobHistory(installation, console));
    group(tbms, "cron", "Jobs started by the host's cron.")
        .addSubcommand(new Tick(installation, jobs, console))
        .addSubcommand(new PrintCron(installation, console, clock))
        .addSubcommand(new CheckCron(installation, console, clock));
  }

  private static CommandLine group(CommandLine tbms, String name, String description) {
    CommandLine group = new CommandLine(CommandSpec.create().name(name));
    group
        .getCommandSpec()
        .usageMessage()
        .description(description)
        .synopsisSubcommandLabel("COMMAND");
    tbms.addSubcommand(group);
    return group;
  }

  /** What must be given stands first in each command's class. */
  private static void inDeclaredOrder(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).requiredOptionMarker('*');
    command.getSubcommands().values().forEach(Application::inDeclaredOrder);
  }

  private CommandLine configured(CommandLine tbms) {
    return tbms.registerConverter(Chemistry.class, new Choice<>(Chemistry.class))
        .registerConverter(BatteryStatus.class, new Choice<>(BatteryStatus.class))
        .registerConverter(Scope.class, new Choice<>(Scope.class))
        .registerConverter(Language.class, new Choice<>(Language.class))
        .registerConverter(Duration.class, new Periods())
        .registerConverter(ZoneId.class, new Zones())
        // A name may begin with @.
        .setExpandAtFiles(false)
        .setOut(console.text())
        .setErr(console.errors())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler((e, args) -> misused(e))
        .setExecutionExceptionHandler((e, command, parsed) -> console.failed(new Failure(e)));
  }

  private int misused(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.error(e.getMessage() + " (see " + command + " --help)");
    return ExitCode.USAGE;
  }
}
