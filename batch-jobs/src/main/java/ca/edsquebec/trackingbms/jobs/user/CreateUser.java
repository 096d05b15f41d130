package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.Language;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a person belong to a client. */
@Command(
    name = "create",
    description = {
      "Makes a person belong to a client, and shows the password once.",
      "Who has an account already keeps it, with its password."
    },
    footer = {
      "",
      "Example:",
      "  tbms user create --client laval --role user --email anne@laval.example \\",
      "      --name \"Anne Roy\""
    })
public final class CreateUser implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin ClientOption client;

  @Option(
      names = "--email",
      required = true,
      paramLabel = "EMAIL",
      description = "E-mail address: signs in with it.")
  String email;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "What others read.")
  String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "admin (manages the client's batteries, people, keys) or user (reads).")
  Role role;

  @Option(
      names = "--language",
      defaultValue = "fr",
      paramLabel = "LANGUAGE",
      description = "What this person reads: fr (default) or en.")
  Language language;

  public CreateUser(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId tenant = installation.client(client.slug());
    Created created = installation.users().create(tenant, email, name, role, language.locale());
    String address = created.member().email();
    console.tell(
        new Fields()
            .with("client", tenant.slug())
            .with("email", address)
            .with("name", created.member().displayName())
            .with("role", Choice.word(created.member().role()))
            .with("password", created.password())
            .with("created", created.password().isPresent()),
        created
            .password()
            .map(password -> address + ", password (shown once): " + password)
            .orElse(address + " had an account already and keeps its name and password."));
  }
}
