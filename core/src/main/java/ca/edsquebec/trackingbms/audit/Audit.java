package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The chains of who did what. Each entry has a code over itself and the one before, made with a key
 * that the database does not hold: who can write the tables still can't write an entry. Adding to a
 * chain waits for whoever is adding to the same one, until that transaction ends.
 *
 * <p>A chain is a client's, or the platform's (empty). Safe for any number of threads.
 */
public final class Audit {

  private static final int AT_ONCE = 1000;

  private final RegistryDatabase registry;
  private final KeyRing keys;
  private final Clock clock;

  public Audit(RegistryDatabase registry, KeyRing keys, Clock clock) {
    this.registry = registry;
    this.keys = keys;
    this.clock = clock;
  }

  /** Adds an entry in the transaction of the change itself: both are there, or neither. */
  public void record(
      EntityManager registryTransaction, Optional<TenantId> chain, Actor actor, Change change) {
    SecretKey key = keys.current(registryTransaction, Purpose.AUDIT);
    StoredEntry entry = entry(name(chain), clock.instant(), actor, change, null);
    registry.sqlWithin(
        registryTransaction,
        (connection, db) -> {
          append(new ChainTable(connection, db), entry, key);
          return null;
        });
  }

  /** Adds an entry about something that changed nothing in the registry. Outside of any unit. */
  public void record(Optional<TenantId> chain, Actor actor, Change change) {
    registry.write(
        em -> {
          record(em, chain, actor, change);
          return null;
        });
  }

  /** Looks at every entry of a chain, a thousand at a time. Outside of any unit. */
  public Verification verify(Optional<TenantId> chain) {
    String name = name(chain);
    // The end first: what is added meanwhile is behind it.
    ChainTable.Ends ends =
        registry
            .sql((connection, db) -> new ChainTable(connection, db).ends(name))
            .orElse(ChainTable.NEW);
    ChainCheck check = new ChainCheck(keys, ends);
    long from = Long.MIN_VALUE;
    List<StoredEntry> some;
    do {
      long next = from;
      some =
          registry.sql(
              (connection, db) -> new ChainTable(connection, db).from(name, next, AT_ONCE));
      some.forEach(check::next);
      from = some.isEmpty() ? from : some.get(some.size() - 1).seq() + 1;
    } while (some.size() == AT_ONCE);
    return check.end(
        registry.sql((connection, db) -> new ChainTable(connection, db).behindTheEnd(name)));
  }

  private static void append(ChainTable table, StoredEntry entry, SecretKey key)
      throws SQLException {
    ChainTable.Ends ends = table.lock(entry.chain());
    table.append(entry.at(ends.lastSeq() + 1).sealed(ends.lastMac(), key));
  }

  private static StoredEntry entry(
      String chain, Instant at, Actor actor, Change change, String source) {
    return new StoredEntry(
        chain,
        0,
        at.truncatedTo(ChronoUnit.MILLIS),
        new Actor(
            actor.kind(), ValuesJson.cut(actor.id(), 64), ValuesJson.cut(actor.address(), 64)),
        change.action().name(),
        ValuesJson.cut(change.object(), 200),
        ValuesJson.text(change.before()),
        ValuesJson.text(change.after()),
        source,
        "",
        new byte[0]);
  }

  private static String name(Optional<TenantId> chain) {
    return chain.map(TenantId::slug).orElse("");
  }
}
