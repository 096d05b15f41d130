package ca.edsquebec.trackingbms.jobs.apikey;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.jobs.console.AccessOptions;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key for a device or a program. Only the key itself is output, for use in scripts. */
@Command(
    name = "create",
    description = "Makes a key for a device or a program, and shows it once.",
    footer = {
      "",
      "Examples:",
      "  tbms apikey create --client laval --name gateway",
      "  tbms apikey create --client laval --name reporting --scope read",
      "  tbms apikey create --client laval --name test --battery LAV-07 --expires P30D"
    })
public final class CreateApiKey implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin ClientOption client;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What people call the device or program.")
  String name;

  @Option(
      names = "--scope",
      defaultValue = "ingest",
      paramLabel = "SCOPE",
      description = "ingest (default: sends data) or read (reads); may be repeated.")
  List<Scope> scopes;

  @Option(
      names = "--expires",
      paramLabel = "WHEN",
      description =
          "From then on it is useless: a day in UTC (2027-01-31) or a period from now (P30D);"
              + " never when not given.")
  String expires;

  @Mixin AccessOptions access;

  public CreateApiKey(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    access.check();
    Optional<Instant> end = Optional.ofNullable(expires).map(CreateApiKey::instant);
    TenantId tenant = installation.client(client.slug());
    BatteryAccess batteries = access.of(tenant, installation.fleet());
    NewKey made =
        installation
            .apiKeys()
            .create(
                Maker.operator(Actor.command()),
                tenant,
                new KeyWish(name, EnumSet.copyOf(scopes), batteries, end));
    console.note(
        "API key %s of client %s, shown this once; revoke it with: tbms apikey revoke %s"
            .formatted(made.key().id(), tenant, made.key().id()));
    console.tell(KeyFields.of(made.key()).with("key", made.text()), made.text());
  }

  private static Instant instant(String text) {
    try {
      return text.startsWith("P")
          ? ZonedDateTime.now(ZoneOffset.UTC).plus(Period.parse(text)).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException malformed) {
      throw new InvalidException(
          "expires",
          "\"" + text + "\" is neither a day such as 2027-01-31 nor a period such as P30D");
    }
  }
}
