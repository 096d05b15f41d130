package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links that show some of a client's batteries, read-only and for a while, to whoever has them.
 * That one was revoked or has ended holds within a second. Each change and the first opening are
 * recorded. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Shares {

  public static final Duration LONGEST = Duration.ofDays(90);

  /** What a token has in front to be read as the text of a key, which it is otherwise. */
  private static final String PREFIX = "tbms_";

  private final RegistryDatabase registry;
  private final Audit audit;
  private final Clock clock;
  private final SecretCheck<ShareLink> check;

  public Shares(RegistryDatabase registry, Audit audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
    this.check = new SecretCheck<>(this::known, clock);
  }

  /**
   * @param name what it is for; 1 to 120 characters
   * @param length how long it shows anything; at most {@link #LONGEST}
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when it would be too long, or show more than its maker sees
   */
  public NewShare create(
      Maker maker, TenantId tenant, String name, BatteryAccess access, Duration length) {
    maker.requireReading("access");
    maker.requireOwn(access);
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new InvalidException("days", "a link lasts at most " + LONGEST.toDays() + " days");
    }
    String checked = Accounts.name("name", name);
    KeyText text = KeyText.random();
    ShareLink link =
        registry.write(
            em -> {
              Accounts.tenantStatus(em, tenant);
              Instant now = now();
              ShareRow row = new ShareRow(text, tenant, checked, access, now, now.plus(length));
              em.persist(row);
              record(em, maker.actor(), Action.SHARE_CREATE, row, Map.of(), facts(row.toLink()));
              return row.toLink();
            });
    return new NewShare(link, text.text().substring(PREFIX.length()));
  }

  /** A client's links, those that show nothing any more too, newest first. */
  public List<ShareLink> list(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(
                    "select s from ShareRow s where s.tenant = :tenant"
                        + " order by s.createdAt desc, s.id",
                    ShareRow.class)
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .map(ShareRow::toLink)
                .toList());
  }

  /**
   * @throws NotFoundException when the client has no such link
   */
  public ShareLink link(TenantId tenant, String id) {
    return registry.read(em -> row(em, tenant, id).toLink());
  }

  /**
   * Ends a link. Repeating it changes nothing.
   *
   * @throws NotFoundException when the client has no such link
   * @throws RightsRefused when it reaches beyond the maker's own batteries
   */
  public void revoke(Maker maker, TenantId tenant, String id) {
    registry.write(
        em -> {
          ShareRow row = row(em, tenant, id);
          maker.requireReach(row.toLink().access());
          if (row.toLink().revokedAt().isEmpty()) {
            record(em, maker.actor(), Action.SHARE_REVOKE, row, facts(row.toLink()), Map.of());
            row.revoke(now());
          }
          return null;
        });
    check.forget(id);
  }

  /**
   * Counts that somebody opened a link.
   *
   * @param address who, for the record of the first time
   * @return empty when it shows nothing, for whichever reason
   */
  public Optional<Principal.Share> open(String address, String token) {
    Optional<Principal.Share> share = authenticate(token);
    share.ifPresent(
        known ->
            registry.write(
                em -> {
                  ShareRow row =
                      em.find(ShareRow.class, known.id(), LockModeType.PESSIMISTIC_WRITE);
                  if (row.toLink().timesOpened() == 0) {
                    Actor who = new Actor(Actor.Kind.SHARE, known.id(), address);
                    record(em, who, Action.SHARE_OPEN, row, Map.of(), Map.of());
                  }
                  row.opened(now());
                  return null;
                }));
    return share;
  }

  /** Empty when it is none, an unknown, ended or revoked one, or its secret is wrong. */
  public Optional<Principal.Share> authenticate(String token) {
    return KeyText.parse(PREFIX + token)
        .flatMap(check::check)
        .filter(link -> link.state(clock.instant()) == ShareLink.State.GOOD)
        .map(
            link ->
                new Principal.Share(
                    link.id(), link.tenant(), link.name(), link.access(), link.expiresAt()));
  }

  private Optional<SecretCheck.Known<ShareLink>> known(String id) {
    return registry.read(
        em ->
            Optional.ofNullable(em.find(ShareRow.class, id))
                .map(row -> new SecretCheck.Known<>(row.toLink(), row.secretHash())));
  }

  private static ShareRow row(EntityManager em, TenantId tenant, String id) {
    return Optional.ofNullable(em.find(ShareRow.class, id))
        .filter(row -> row.tenant().equals(tenant.slug()))
        .orElseThrow(() -> new NotFoundException("share link \"" + id + "\""));
  }

  private void record(
      EntityManager em,
      Actor by,
      Action action,
      ShareRow row,
      Map<String, String> before,
      Map<String, String> after) {
    ShareLink link = row.toLink();
    audit.record(
        em,
        Optional.of(link.tenant()),
        by,
        new Change(action, "share:" + link.id(), before, after));
  }

  private static Map<String, String> facts(ShareLink link) {
    return Map.of(
        "name", link.name(),
        "access", link.access().text(),
        "expiresAt", link.expiresAt().toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
