package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenant.Status;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Suspends clients, marks them for deletion, and takes both back. Holds at once in this program and
 * within 5 s in others; repeating a step changes nothing. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Standing {

  /** How long a client that was marked for deletion can be restored, unless said otherwise. */
  public static final Duration GRACE = Duration.ofDays(30);

  /** As old may be what other programs know of a client, with what they are in the middle of. */
  static final Duration SETTLED = Duration.ofSeconds(10);

  private static final int MAX_REASON = 200;

  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Audit audit;
  private final Clock clock;
  private final StandingTable table;

  public Standing(RegistryDatabase registry, Tenants tenants, Audit audit, Clock clock) {
    this.registry = registry;
    this.tenants = tenants;
    this.audit = audit;
    this.clock = clock;
    this.table = new StandingTable();
  }

  /**
   * Lets everything of a client stay as it is: it can be looked at, nobody changes anything, no
   * samples are taken. One that is suspended, or more than that, stays so.
   *
   * @param reason that its people read; at most 200 characters on one line, may be empty
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when the client is still being made
   */
  public Tenant suspend(Actor by, TenantId tenant, String reason) {
    String text = reason(reason);
    Status status = now(tenant).status();
    if (status == Status.PROVISIONING) {
      throw new InvalidException("client", "client \"" + tenant + "\" is still being made");
    }
    return move(
        by,
        tenant,
        Action.CLIENT_SUSPEND,
        List.of(Status.ACTIVE),
        new StandingTable.Held(Status.SUSPENDED, text, clock.instant(), Optional.empty()));
  }

  /**
   * Takes a suspension back. One that is not suspended stays as it is.
   *
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when it is marked for deletion: restore it
   */
  public Tenant lift(Actor by, TenantId tenant) {
    if (!now(tenant).status().isVisible()) {
      throw new InvalidException(
          "client", "client \"" + tenant + "\" is marked for deletion: cancel that first");
    }
    return move(
        by,
        tenant,
        Action.CLIENT_RESUME,
        List.of(Status.SUSPENDED),
        StandingTable.Held.of(Status.ACTIVE));
  }

  /**
   * Hides a suspended client from its people; when the grace is over it may be erased.
   *
   * @param grace 0 at least
   * @param withoutExport lets it go without an archive that has all its data
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when it is not suspended, or no complete archive was made since
   */
  public Tenant markForDeletion(
      Actor by, TenantId tenant, String reason, Duration grace, boolean withoutExport) {
    String text = reason(reason);
    Tenant known = now(tenant);
    if (known.status() == Status.DELETING || known.status() == Status.ERASING) {
      return known;
    }
    if (known.status() != Status.SUSPENDED) {
      throw new InvalidException(
          "client",
          "client \"%s\" is %s: suspend it first, so that nothing is added behind its archive"
              .formatted(tenant, known.status()));
    }
    if (!withoutExport) {
      requireArchive(known);
    }
    Instant now = clock.instant();
    return move(
        by,
        tenant,
        Action.CLIENT_DELETE,
        List.of(Status.SUSPENDED),
        new StandingTable.Held(Status.DELETING, text, now, Optional.of(now.plus(grace))));
  }

  /**
   * Brings a client back that was marked for deletion; it is suspended then.
   *
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when its erasing has begun
   */
  public Tenant restore(Actor by, TenantId tenant) {
    if (now(tenant).status() == Status.ERASING) {
      throw new InvalidException(
          "client", "client \"" + tenant + "\" is being erased: there is no way back");
    }
    return move(
        by,
        tenant,
        Action.CLIENT_RESTORE,
        List.of(Status.DELETING),
        new StandingTable.Held(Status.SUSPENDED, "", clock.instant(), Optional.empty()));
  }

  /** Takes the last step from which there is a way back. */
  void beginErasing(Actor by, TenantId tenant) {
    Tenant known = now(tenant);
    move(
        by,
        tenant,
        Action.CLIENT_ERASE,
        List.of(Status.DELETING),
        new StandingTable.Held(
            Status.ERASING,
            known.hold().map(Tenant.Hold::reason).orElse(""),
            clock.instant(),
            Optional.of(clock.instant())));
  }

  /** As the registry has it at this moment. */
  Tenant now(TenantId tenant) {
    tenants.forget(tenant);
    return tenants.get(tenant);
  }

  private void requireArchive(Tenant tenant) {
    Instant complete = tenant.hold().orElseThrow().since().plus(SETTLED);
    if (!registry.sql(
        (connection, db) -> ArchiveTable.hasSince(connection, db, tenant.id(), complete))) {
      throw new InvalidException(
          "export",
          "no complete archive of client \"%s\" was begun since %s, when the last of its data had"
                  .formatted(tenant.id(), complete)
              + " come in: export it first");
    }
  }

  private Tenant move(
      Actor by, TenantId tenant, Action action, List<Status> from, StandingTable.Held to) {
    registry.write(
        em -> {
          Optional<Status> before = table.move(em, tenant, from, to);
          before.ifPresent(
              was ->
                  audit.record(
                      em,
                      Optional.of(tenant),
                      by,
                      new Change(
                          action, "client:" + tenant, Map.of("status", was.name()), to.values())));
          return null;
        });
    return now(tenant);
  }

  private static String reason(String text) {
    String reason = text.strip();
    if (reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(
          "reason", "the reason has at most %d characters on one line".formatted(MAX_REASON));
    }
    return reason;
  }
}
