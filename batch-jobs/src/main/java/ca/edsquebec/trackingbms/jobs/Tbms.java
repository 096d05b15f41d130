package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.jobs.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command has: the options that stand for all of them. */
@Command(
    name = "tbms",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "TrackingBMS from the command line.",
    footer = {
      "",
      "Settings come from the environment, or from .env in TBMS_HOME.",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 stopped, 75 another run is at it.",
      "",
      "Example:",
      "  tbms tenant create laval --name \"Ville de Laval\" --admin admin@laval.example"
    })
final class Tbms {

  private final Console console;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explains the command.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  boolean version;

  Tbms(Console console) {
    this.console = console;
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Writes one JSON object a line.")
  void json(boolean wanted) {
    console.setJson(wanted);
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Shows where a failure comes from.")
  void verbose(boolean wanted) {
    console.setVerbose(wanted);
  }
}
