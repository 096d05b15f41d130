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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys of devices and programs. A key names its one client; that it was revoked holds within a
 * second. Each change is recorded. Safe for any number of threads; to be called outside of any unit
 * of work.
 */
public final class ApiKeys {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
  private static final Duration USED_EVERY = Duration.ofMinutes(5);

  private final RegistryDatabase registry;
  private final Audit audit;
  private final Clock clock;
  private final SecretCheck<ApiKey> check;
  private final RecentCache<String, Boolean> used;

  public ApiKeys(RegistryDatabase registry, Audit audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
    this.check = new SecretCheck<>(this::known, clock);
    this.used = new RecentCache<>(USED_EVERY, 10_000, clock);
  }

  /**
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when it has no scope, its end is past, or it would open more than its
   *     maker sees
   */
  public NewKey create(Maker maker, TenantId tenant, KeyWish wish) {
    if (wish.scopes().isEmpty()) {
      throw new InvalidException("scopes", "a key without a scope is good for nothing");
    }
    if (wish.scopes().contains(Scope.READ)) {
      maker.requireReading("scopes");
    }
    maker.requireOwn(wish.access());
    Instant now = now();
    if (wish.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
      throw new InvalidException("expiresAt", "a key can't have ended before it begins");
    }
    String name = Accounts.name("name", wish.name());
    KeyText text = KeyText.random();
    ApiKey key =
        registry.write(
            em -> {
              Accounts.tenantStatus(em, tenant);
              ApiKeyRow row = new ApiKeyRow(text, tenant, name, wish, now);
              em.persist(row);
              record(em, maker.actor(), row, Action.KEY_CREATE, Map.of(), facts(row.toKey()));
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
   * @throws NotFoundException when the client has no such key
   */
  public ApiKey key(TenantId tenant, String id) {
    return registry.read(em -> row(em, tenant, id).toKey());
  }

  /**
   * @throws NotFoundException when the client has no such key
   * @throws RightsRefused when it reaches beyond the maker's own batteries
   */
  public ApiKey rename(Maker maker, TenantId tenant, String id, String name) {
    String checked = Accounts.name("name", name);
    return registry.write(
        em -> {
          ApiKeyRow row = row(em, tenant, id);
          maker.requireReach(row.toKey().access());
          Map<String, String> before = Map.of("name", row.toKey().name());
          if (!before.get("name").equals(checked)) {
            row.rename(checked);
            record(em, maker.actor(), row, Action.KEY_RENAME, before, Map.of("name", checked));
          }
          return row.toKey();
        });
  }

  /**
   * Makes a key useless. Repeating it changes nothing.
   *
   * @throws NotFoundException when the client has no such key
   * @throws RightsRefused when it reaches beyond the maker's own batteries
   */
  public void revoke(Maker maker, TenantId tenant, String id) {
    registry.write(
        em -> {
          ApiKeyRow row = row(em, tenant, id);
          maker.requireReach(row.toKey().access());
          if (row.toKey().revokedAt().isEmpty()) {
            record(em, maker.actor(), row, Action.KEY_REVOKE, facts(row.toKey()), Map.of());
            row.revoke(now());
          }
          return null;
        });
    check.forget(id);
  }

  /** Empty when it is no key, an unknown, ended or revoked one, or its secret is wrong. */
  public Optional<Principal> authenticate(String key) {
    Optional<Principal> principal =
        KeyText.parse(key)
            .flatMap(check::check)
            .filter(found -> found.state(clock.instant()) == ApiKey.State.GOOD)
            .map(
                found ->
                    new Principal.Key(found.id(), found.tenant(), found.scopes(), found.access()));
    principal.ifPresent(found -> noteUse(((Principal.Key) found).id()));
    return principal;
  }

  private Optional<SecretCheck.Known<ApiKey>> known(String id) {
    return registry.read(
        em ->
            Optional.ofNullable(em.find(ApiKeyRow.class, id))
                .map(row -> new SecretCheck.Known<>(row.toKey(), row.secretHash())));
  }

  private static ApiKeyRow row(EntityManager em, TenantId tenant, String id) {
    return Optional.ofNullable(em.find(ApiKeyRow.class, id))
        .filter(row -> row.tenant().equals(tenant.slug()))
        .orElseThrow(() -> new NotFoundException("API key \"" + id + "\""));
  }

  private void record(
      EntityManager em,
      Actor by,
      ApiKeyRow row,
      Action action,
      Map<String, String> before,
      Map<String, String> after) {
    ApiKey key = row.toKey();
    audit.record(
        em, Optional.of(key.tenant()), by, new Change(action, "key:" + key.id(), before, after));
  }

  private static Map<String, String> facts(ApiKey key) {
    return Map.of(
        "name", key.name(),
        "scopes", key.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(",")),
        "access", key.access().text(),
        "expiresAt", key.expiresAt().map(Instant::toString).orElse(""));
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
