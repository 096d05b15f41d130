package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets somebody sign in again whose account was locked by failures. */
@Command(
    name = "unlock",
    description = "Lets a person try again at once after too many failed sign-ins.",
    footer = {"", "Example:", "  tbms user unlock --email anne@laval.example"})
public final class UnlockUser implements Runnable {

  private final Installation installation;
  private final Console console;

  @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "Whose account.")
  String email;

  public UnlockUser(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    installation.passwords().unlock(Actor.command(), email);
    console.tell(new Fields().with("email", email), email + " may sign in again.");
  }
}
