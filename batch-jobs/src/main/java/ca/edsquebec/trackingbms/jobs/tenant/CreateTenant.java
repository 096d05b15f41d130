package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.Language;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Provisioning;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a client complete: database, schema, first administrator. Only what comes last says that it
 * is complete, so that a run after a crash anywhere goes on to the end.
 */
@Command(
    name = "create",
    description = {
      "Makes a client: its database, its schema and its first administrator.",
      "Shows the administrator's password once. May be repeated: a client that a crash left"
          + " incomplete is completed, and what exists stays as it is."
    },
    footer = {
      "",
      "Example:",
      "  tbms tenant create laval --name \"Ville de Laval\" --admin admin@laval.example"
    })
public final class CreateTenant implements Runnable {

  private final Installation installation;
  private final Console console;

  @ArgGroup(multiplicity = "1")
  Slug client;

  static final class Slug {
    @Parameters(
        paramLabel = "CLIENT",
        description = "Its short name: 2 to 24 lower-case letters, digits, hyphens. Never changes.")
    String named;

    @Option(names = "--client", paramLabel = "CLIENT", description = "The same, as an option.")
    String option;

    TenantId id() {
      return new TenantId(named == null ? option : named);
    }
  }

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What people read, such as \"Ville de Laval\".")
  String name;

  @Option(
      names = "--admin",
      required = true,
      paramLabel = "EMAIL",
      description = "E-mail address of the first administrator.")
  String admin;

  @Option(
      names = "--admin-name",
      paramLabel = "NAME",
      description = "The administrator's name; the e-mail address when not given.")
  String adminName;

  @Option(
      names = "--language",
      defaultValue = "fr",
      paramLabel = "LANGUAGE",
      description = "What the administrator reads: fr (default) or en.")
  Language language;

  @Option(
      names = "--retention",
      paramLabel = "PERIOD",
      description =
          "How long its samples are kept as they came, such as P1Y, P18M or P90D; TBMS_RETENTION_RAW"
              + " when not given. A client that is complete keeps what it has.")
  String retention;

  public CreateTenant(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId id = client.id();
    Optional<RetentionPeriod> kept = Optional.ofNullable(retention).map(RetentionPeriod::parse);
    String person = adminName == null ? admin : adminName;
    installation.users().check(admin, person);
    installation.migrations().migrateRegistry();
    Provisioning provisioning = installation.provisioning();
    provisioning.provision(
        id,
        name,
        tenant -> {
          Created created =
              installation
                  .users()
                  .createAdministrator(Actor.command(), id, admin, person, language.locale());
          boolean complete = tenant.status() != Tenant.Status.PROVISIONING;
          if (!complete) {
            kept.ifPresent(period -> installation.retentionPeriods().set(id, period));
          }
          tell(tenant, created, complete);
          // Who did not get to see the password shall be able to repeat this for another one.
          if (!complete && console.outputFailure().isEmpty()) {
            // Before it is complete: whoever repeats this after a crash adds what is missing.
            installation.audit().record(Optional.of(id), Actor.command(), made(tenant));
            provisioning.activate(id);
          }
          return created;
        });
  }

  private Change made(Tenant tenant) {
    String period = installation.retentionPeriods().of(tenant.id()).toString();
    return Change.made(
        Action.CLIENT_CREATE,
        "client:" + tenant.id(),
        Map.of("name", tenant.name(), "retention", period));
  }

  private void tell(Tenant tenant, Created created, boolean complete) {
    String email = created.member().email();
    Fields fields =
        new Fields()
            .with("client", tenant.id().slug())
            .with("name", tenant.name())
            .with("database", tenant.database())
            .with("admin", email)
            .with("retention", installation.retentionPeriods().of(tenant.id()).toString())
            .with("password", created.password())
            .with("created", !complete);
    if (complete) {
      console.tell(fields, "Client %s exists and is complete.".formatted(tenant.id()));
    } else {
      console.tell(
          fields,
          "Client %s has its database %s.".formatted(tenant.id(), tenant.database()),
          created
              .password()
              .map(password -> "Administrator " + email + ", password (shown once): " + password)
              .orElse("Administrator " + email + ", with the password that this account has."));
    }
  }
}
