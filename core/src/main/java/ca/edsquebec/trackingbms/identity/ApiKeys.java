package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys of devices and programs. A key names its one client; that it was revoked holds within a
 * second. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class ApiKeys {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
  private static final Duration CACHED = Duration.ofSeconds(1);
  private static final Duration UNKNOWN_CACHED = Duration.ofMinutes(1);
  private static final Duration USED_EVERY = Duration.ofMinutes(5);

  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  private record Known(ApiKey key, byte[] secretHash) {}

  private final RegistryDatabase registry;
  private final Clock clock;
  private final RecentCache<String, Known> recent;
  private final RecentCache<String, Boolean> unknown;
  private final RecentCache<String, Boolean> used;

  public ApiKeys(RegistryDatabase registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.recent = new RecentCache<>(CACHED, 10_000, clock);
    // Apart, so that made-up keys push no real one out.
    this.unknown = new RecentCache<>(UNKNOWN_CACHED, 1_000, clock);
    this.used = new RecentCache<>(USED_EVERY, 10_000, clock);
  }

  /**
   * @param name what people call it; 1 to 120 characters
   * @param scopes at least one
   * @throws NotFoundException when there is no such client
   */
  public NewKey create(TenantId tenant, String name, Set<Scope> scopes) {
    if (scopes.isEmpty()) {
      throw new InvalidException("scopes", "a key without a scope is good for nothing");
    }
    String checked = Accounts.name("name", name);
    KeyText text = KeyText.random();
    ApiKey key =
        registry.write(
            em -> {
              Accounts.tenantStatus(em, tenant);
              ApiKeyRow row = new ApiKeyRow(text, tenant, checked, scopes, now());
              em.persist(row);
              return row.toKey();
            });
    return new NewKey(key, text.text());
  }

  /** A client's keys, revoked ones too, oldest first. */
  public List<ApiKey> list(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(
                    "select k from ApiKeyRow k where k.tenant = :tenant order by k.createdAt, k.id",
                    ApiKeyRow.class)
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .map(ApiKeyRow::toKey)
                .toList());
  }

  /**
   * Makes a key useless. Repeating it changes nothing.
   *
   * @throws NotFoundException when the client has no such key
   */
  public void revoke(TenantId tenant, String id) {
    registry.write(
        em -> {
          ApiKeyRow row = em.find(ApiKeyRow.class, id);
          if (row == null || !row.tenant().equals(tenant.slug())) {
            throw new NotFoundException("API key \"" + id + "\"");
          }
          row.revoke(now());
          return null;
        });
    recent.forget(id);
  }

  /** Empty when it is no key, an unknown or a revoked one, or its secret is wrong. */
  public Optional<Principal> authenticate(String key) {
    Optional<Principal> principal =
        KeyText.parse(key)
            .flatMap(text -> known(text.id()).filter(known -> matches(known, text)))
            .map(Known::key)
            .filter(found -> found.revokedAt().isEmpty())
            .map(
                found ->
                    new Principal.Key(
                        found.id(), found.tenant(), found.scopes(), BatteryAccess.ALL));
    principal.ifPresent(found -> noteUse(((Principal.Key) found).id()));
    return principal;
  }

  private static boolean matches(Known known, KeyText text) {
    return MessageDigest.isEqual(known.secretHash(), text.secretHash());
  }

  private Optional<Known> known(String id) {
    Optional<Known> remembered = recent.get(id);
    if (remembered.isPresent() || unknown.get(id).isPresent()) {
      return remembered;
    }
    long askedAt = recent.now();
    Optional<Known> found =
        registry.read(
            em ->
                Optional.ofNullable(em.find(ApiKeyRow.class, id))
                    .map(row -> new Known(row.toKey(), row.secretHash())));
    found.ifPresentOrElse(
        known -> recent.put(id, known, askedAt), () -> unknown.put(id, true, askedAt));
    return found;
  }

  /** Now and then, not at each request; a request does not fail because of it. */
  private void noteUse(String id) {
    if (used.get(id).isPresent()) {
      return;
    }
    used.put(id, true, used.now());
    try {
      registry.write(
          em ->
              em.createQuery("update ApiKeyRow k set k.lastUsedAt = :now where k.id = :id")
                  .setParameter("now", now())
                  .setParameter("id", id)
                  .executeUpdate());
    } catch (RuntimeException e) {
      LOG.warn("Could not note that API key {} was used: {}", id, e.getMessage());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
