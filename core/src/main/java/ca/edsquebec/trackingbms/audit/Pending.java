package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;

/**
 * Moves what waits in a client's database to its chain. An entry is added to the chain first and
 * deleted second; its source tells whether it is there already, so that breaking off in between,
 * and two that move at once, do no harm.
 */
final class Pending {

  private static final int AT_ONCE = 500;
  private static final int NO_SUCH_TABLE = 1146;

  private final RegistryDatabase registry;
  private final TenantDatabase clients;
  private final KeyRing keys;

  /**
   * @param moved how many are in the chain now that were not
   * @param forged how many stay because nobody with the key wrote them
   */
  record Settled(int moved, int forged) {}

  Pending(RegistryDatabase registry, TenantDatabase clients, KeyRing keys) {
    this.registry = registry;
    this.clients = clients;
    this.keys = keys;
  }

  Settled settle(TenantId tenant) {
    int moved = 0;
    int forged = 0;
    long behind = 0;
    List<PendingTable.Waiting> some;
    do {
      some = waiting(tenant, behind);
      List<PendingTable.Waiting> genuine = some.stream().filter(this::isGenuine).toList();
      forged += some.size() - genuine.size();
      if (!genuine.isEmpty()) {
        moved += move(genuine);
        clients.sqlTransaction(
            tenant,
            (connection, db) -> {
              new PendingTable(connection, db).delete(genuine);
              return null;
            });
      }
      behind = some.isEmpty() ? behind : some.get(some.size() - 1).id();
    } while (some.size() == AT_ONCE);
    return new Settled(moved, forged);
  }

  private List<PendingTable.Waiting> waiting(TenantId tenant, long behind) {
    try {
      return clients.sql(
          tenant,
          (connection, db) ->
              new PendingTable(connection, db).behind(tenant.slug(), behind, AT_ONCE));
    } catch (DatabaseException e) {
      if (e.errorNumber() == NO_SUCH_TABLE) {
        // Its schema was not brought up to date yet: nothing can have been written there.
        return List.of();
      }
      throw e;
    }
  }

  private boolean isGenuine(PendingTable.Waiting waiting) {
    return keys.find(Purpose.AUDIT, waiting.entry().keyId())
        .filter(waiting.entry()::isGenuinelyPending)
        .isPresent();
  }

  private int move(List<PendingTable.Waiting> genuine) {
    SecretKey key = keys.current(Purpose.AUDIT);
    return registry.sqlTransaction(
        (connection, db) -> {
          ChainTable table = new ChainTable(connection, db);
          int moved = 0;
          for (PendingTable.Waiting one : genuine) {
            StoredEntry entry = one.entry();
            ChainTable.Ends ends = table.lock(entry.chain());
            if (!table.has(entry.chain(), entry.source())) {
              table.append(entry.sealed(ends.lastSeq() + 1, ends.lastMac(), key));
              moved++;
            }
          }
          return moved;
        });
  }
}
