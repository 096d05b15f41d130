package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets somebody sign in again whose account was locked by failures, or who lost the telephone. */
@Command(
    name = "unlock",
    description = "Lets a person try again at once after too many failed sign-ins.",
    footer = {
      "",
      "Examples:",
      "  tbms user unlock --email anne@laval.example",
      "  tbms user unlock --email anne@laval.example --second-factor"
    })
public final class UnlockUser implements Runnable {

  private final Installation installation;
  private final Console console;

  @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "Whose account.")
  String email;

  @Option(
      names = "--second-factor",
      description = {
        "Also turns the second factor off, for who lost telephone and backup codes;",
        "make sure that it is this person who asks. The person is told by mail."
      })
  boolean secondFactor;

  public UnlockUser(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    Passwords passwords = installation.passwords();
    passwords.unlock(Actor.command(), email);
    if (secondFactor) {
      passwords.removeFactor(Actor.command(), email);
    }
    console.tell(
        new Fields().with("email", email).with("secondFactorRemoved", secondFactor),
        email + " may sign in again" + (secondFactor ? ", without a second factor." : "."));
  }
}
