package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chains of who did what. Each entry has a code over itself and the one before, made with a key
 * that the database does not hold: who can write the tables still can't write an entry. Adding to a
 * chain waits for whoever is adding to the same one, until that transaction ends.
 *
 * <p>A chain is a client's, or the platform's (empty). Safe for any number of threads. Methods
 * without an entity manager are to be called outside of any unit of work.
 */
public final class Audit {

  /** How long entries are kept; docs/privacy.md says why. */
  public static final Period KEPT = Period.ofYears(2);

  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

  private static final int AT_ONCE = 1000;
  private static final int TRIMMED_AT_ONCE = 5000;

  /** 130 random bits. */
  private static final int SOURCE_LENGTH = 26;

  private final RegistryDatabase registry;
  private final TenantDatabase clients;
  private final Tenants tenants;
  private final KeyRing keys;
  private final Clock clock;
  private final Pending pending;

  public Audit(Databases databases, KeyRing keys, Clock clock) {
    this.registry = databases.registry();
    this.clients = databases.tenantDatabase();
    this.tenants = databases.tenants();
    this.keys = keys;
    this.clock = clock;
    this.pending = new Pending(registry, clients, keys);
  }

  /** Adds an entry in the transaction of the change itself: both are there, or neither. */
  public void record(
      EntityManager registryTransaction, Optional<TenantId> chain, Actor actor, Change change) {
    SecretKey key = keys.current(registryTransaction, Purpose.AUDIT);
    StoredEntry entry = StoredEntry.of(name(chain), clock.instant(), actor, change, null);
    registry.sqlWithin(
        registryTransaction,
        (connection, db) -> {
          ChainTable table = new ChainTable(connection, db);
          ChainTable.Ends ends = table.lock(entry.chain());
          table.append(entry.sealed(ends.lastSeq() + 1, ends.lastMac(), key));
          return null;
        });
  }

  /** Adds an entry about something that changed nothing in the registry. */
  public void record(Optional<TenantId> chain, Actor actor, Change change) {
    registry.write(
        em -> {
          record(em, chain, actor, change);
          return null;
        });
  }

  /**
   * A change in a client's database, which says by {@link #pend} what it is: both are there, or
   * neither. The entry is in the chain when this returns, unless the registry is away: then it
   * waits in the client's database for the next {@link #settle}.
   */
  public <T> T write(TenantId tenant, Function<EntityManager, T> work) {
    keys.current(Purpose.AUDIT);
    T result = clients.write(tenant, work);
    // Without a word of what is forged: it stays, and would be told again at every change.
    settledOrWaiting(tenant);
    return result;
  }

  /** Adds an entry to the transaction of a {@link #write}. */
  public void pend(EntityManager tenantTransaction, TenantId tenant, Actor actor, Change change) {
    StoredEntry entry =
        StoredEntry.of(
                tenant.slug(), clock.instant(), actor, change, RandomText.base32(SOURCE_LENGTH))
            .pending(keys.known(Purpose.AUDIT));
    clients.sqlWithin(
        tenantTransaction,
        (connection, db) -> {
          new PendingTable(connection, db).add(entry);
          return null;
        });
  }

  /**
   * Moves to a client's chain what waits in its database, each entry exactly once.
   *
   * @return how many were moved
   */
  public int settle(TenantId tenant) {
    return pending.settle(tenant).moved();
  }

  /** As {@link #settle} for every client; one whose database is away holds up no other. */
  public void settleAll() {
    tenants.list().stream()
        .map(Tenant::id)
        .forEach(tenant -> settledOrWaiting(tenant).ifPresent(it -> tellForged(tenant, it)));
  }

  private Optional<Pending.Settled> settledOrWaiting(TenantId tenant) {
    try {
      return Optional.of(pending.settle(tenant));
    } catch (RuntimeException e) {
      // What was changed is changed, and its entry is safe where it is.
      LOG.warn("client {}: entries of the audit wait to be moved to their chain", tenant, e);
      return Optional.empty();
    }
  }

  private static Pending.Settled tellForged(TenantId tenant, Pending.Settled settled) {
    if (settled.forged() > 0) {
      LOG.error(
          "client {}: {} entries in audit_pending were not written by this installation; left"
              + " there, and in no chain",
          tenant,
          settled.forged());
    }
    return settled;
  }

  /** All that there are, those of clients that are gone too, the platform's first. */
  public List<Optional<TenantId>> chains() {
    List<String> names = registry.sql((connection, db) -> new ChainTable(connection, db).names());
    return names.stream()
        .map(name -> name.isEmpty() ? Optional.<TenantId>empty() : Optional.of(new TenantId(name)))
        .toList();
  }

  public AuditPage list(Optional<TenantId> chain, AuditQuery query) {
    EntrySelect select = new EntrySelect(name(chain), query);
    List<StoredEntry> found =
        registry.sql((connection, db) -> select.run(connection, db, query.limit() + 1));
    List<StoredEntry> shown = found.subList(0, Math.min(found.size(), query.limit()));
    return new AuditPage(
        shown.stream().map(StoredEntry::toEntry).toList(),
        found.size() > shown.size()
            ? OptionalLong.of(shown.get(shown.size() - 1).seq())
            : OptionalLong.empty());
  }

  /**
   * Looks at every entry of a chain as it is at one moment, a thousand at a time, and first moves
   * there what waits.
   */
  public Verification verify(Optional<TenantId> chain) {
    return verify(chain, Optional.empty());
  }

  /**
   * @param kept the chain's head at some time before, from a place out of reach of who can write
   *     the database
   */
  public Verification verify(Optional<TenantId> chain, Optional<Head> kept) {
    int forged =
        chain
            .flatMap(tenants::find)
            .map(it -> tellForged(it.id(), pending.settle(it.id())).forged())
            .orElse(0);
    Verification seen = look(name(chain), kept, forged);
    // Another program may have made a key after ours were read, and sealed with it at once.
    return seen.has(Verification.Kind.UNKNOWN_KEY) ? look(name(chain), kept, forged) : seen;
  }

  private Verification look(String chain, Optional<Head> kept, int forged) {
    keys.refresh();
    return registry.sqlSnapshot(
        (connection, db) -> {
          ChainTable table = new ChainTable(connection, db);
          ChainCheck check =
              new ChainCheck(keys, table.ends(chain).orElse(ChainTable.NEW), kept, forged);
          long from = Long.MIN_VALUE;
          List<StoredEntry> some;
          do {
            some = table.from(chain, from, AT_ONCE);
            some.forEach(check::next);
            from = some.isEmpty() ? from : some.get(some.size() - 1).seq() + 1;
          } while (some.size() == AT_ONCE);
          return check.end();
        });
  }

  /** How many entries {@link #trim} would delete; changes nothing. */
  public long countBefore(Optional<TenantId> chain, Instant before) {
    return registry.sqlSnapshot(
        (connection, db) -> {
          ChainTable table = new ChainTable(connection, db);
          Optional<ChainTable.Ends> ends = table.ends(name(chain));
          return ends.isEmpty()
              ? 0
              : table.firstSince(name(chain), before, ends.get()) - ends.get().firstSeq();
        });
  }

  /**
   * Deletes entries from before that time, and adds one that says so: the chain stays whole.
   *
   * @return how many were deleted
   */
  public long trim(Optional<TenantId> chain, Instant before) {
    SecretKey key = keys.current(Purpose.AUDIT);
    long all = 0;
    long some;
    do {
      some =
          registry.sqlTransaction(
              (connection, db) ->
                  Trim.run(
                      new ChainTable(connection, db),
                      name(chain),
                      clock.instant(),
                      before,
                      TRIMMED_AT_ONCE,
                      key));
      all += some;
    } while (some == TRIMMED_AT_ONCE);
    return all;
  }

  private static String name(Optional<TenantId> chain) {
    return chain.map(TenantId::slug).orElse("");
  }
}
