package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a link by which somebody sets a new password. */
@Command(
    name = "reset-password",
    description = {
      "Makes a link by which a person sets a new password, and shows it once.",
      "It is good for 30 minutes; the password of now stays until it is used."
    },
    footer = {"", "Example:", "  tbms user reset-password --email anne@laval.example"})
public final class ResetPassword implements Runnable {

  private final Installation installation;
  private final Console console;

  @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "Whose password.")
  String email;

  public ResetPassword(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    String token = installation.passwords().makeLink(Actor.command(), email);
    String link = installation.portal().orElse("").replaceAll("/+$", "") + "/reset?token=" + token;
    console.tell(
        new Fields().with("email", email).with("link", link),
        email + ", link (shown once, good for 30 minutes): " + link);
  }
}
