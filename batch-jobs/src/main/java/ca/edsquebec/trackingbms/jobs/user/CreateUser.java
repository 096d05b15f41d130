package ca.edsquebec.trackingbms.jobs.user;

import static java.util.Locale.ROOT;

import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.jobs.console.AccessOptions;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.Language;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;
import java.util.stream.Collectors;
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
      description = {
        "admin (manages the client's batteries, people, keys), user (reads, and acts on alerts),",
        "read-only, or the name of a role of the client's own."
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
    TenantId tenant = installation.client(client.slug());
    Membership granted = new Membership(role(tenant), access.of(tenant, installation.fleet()));
    Created created = installation.users().create(tenant, email, name, granted, language.locale());
    String address = created.member().email();
    console.tell(
        new Fields()
            .with("client", tenant.slug())
            .with("email", address)
            .with("name", created.member().displayName())
            .with("role", created.member().role().name().orElse(created.member().role().id()))
            .with("password", created.password())
            .with("created", created.password().isPresent()),
        created
            .password()
            .map(password -> address + ", password (shown once): " + password)
            .orElse(address + " had an account already and keeps its name and password."));
  }

  // Within a client's command "admin" is enough.
  private Role role(TenantId tenant) {
    String id = role.equalsIgnoreCase("admin") ? Role.CLIENT_ADMIN.id() : role.toLowerCase(ROOT);
    return Role.builtIn(id).orElseGet(() -> ownRole(tenant));
  }

  private Role ownRole(TenantId tenant) {
    List<Role> own =
        installation.roles().list(tenant).stream().filter(one -> !one.isBuiltIn()).toList();
    return own.stream()
        .filter(one -> one.name().orElseThrow().equalsIgnoreCase(role))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "role",
                    "'%s' is none of admin, user, read-only%s"
                        .formatted(
                            role,
                            own.stream()
                                .map(one -> ", " + one.name().orElseThrow())
                                .collect(Collectors.joining()))));
  }
}
