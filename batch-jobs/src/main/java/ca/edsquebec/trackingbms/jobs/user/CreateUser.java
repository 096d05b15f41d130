package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.jobs.console.AccessOptions;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.Language;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a person belong to a client, or an administrator of the installation. */
@Command(
    name = "create",
    description = {
      "Makes a person belong to a client, or an administrator of the installation, and shows the",
      "password once. Who has an account already keeps it, with its password."
    },
    footer = {
      "",
      "Examples:",
      "  tbms user create --client laval --role user --email anne@laval.example \\",
      "      --name \"Anne Roy\" --place \"Entrepôt\"",
      "  tbms user create --platform-admin --email luc@eds.example --name \"Luc Dion\""
    })
public final class CreateUser implements Runnable {

  private final Installation installation;
  private final Console console;

  @ArgGroup(exclusive = true, multiplicity = "1")
  Whose where;

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
      paramLabel = "ROLE",
      description = {
        "At the client: admin (manages its batteries, people, keys), user (reads, and acts on",
        "alerts), read-only, or the name of a role of the client's own."
      })
  String role;

  @Mixin AccessOptions access;

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
    access.check();
    if (where.platform) {
      administrator();
    } else {
      member();
    }
  }

  private void administrator() {
    if (role != null || !access.isEmpty()) {
      throw new InvalidException("role", "--role and scope are of a client, not of the platform");
    }
    Optional<String> password =
        installation
            .users()
            .createPlatformAdministrator(Actor.command(), email, name, language.locale());
    tell(new Fields().with("platformAdmin", true), email, name, password);
  }

  private void member() {
    if (role == null) {
      throw new InvalidException("role", "--role is missing: admin, user, read-only, or another");
    }
    TenantId tenant = installation.client(where.client);
    Membership granted =
        new Membership(
            RoleName.of(role, installation.roles().list(tenant)),
            access.of(tenant, installation.fleet()));
    Created created =
        installation
            .users()
            .create(Actor.command(), tenant, email, name, granted, language.locale());
    tell(
        new Fields()
            .with("client", tenant.slug())
            .with("role", granted.role().name().orElse(granted.role().id())),
        created.member().email(),
        created.member().displayName(),
        created.password());
  }

  private void tell(Fields fields, String address, String person, Optional<String> password) {
    console.tell(
        fields
            .with("email", address)
            .with("name", person)
            .with("password", password)
            .with("created", password.isPresent()),
        password
            .map(text -> address + ", password (shown once): " + text)
            .orElse(address + " had an account already and keeps its name and password."));
  }
}
