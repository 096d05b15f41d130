package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Changes of which gateways there are, each with its entry in the client's audit. */
final class Keeping {

  private final TenantDatabase database;
  private final Audit audit;

  Keeping(TenantDatabase database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * @return false when there is one of that code
   */
  boolean add(Actor by, TenantId tenant, Gateway made, GatewayWish wish) {
    return audit.write(
        tenant,
        em -> {
          boolean added = within(em, (c, db) -> new GatewayTable(c, db).add(made));
          if (added) {
            Gateway stored = find(em, made.uid());
            put(em, stored.id(), wish);
            audit.pend(em, tenant, by, Change.made(Action.GATEWAY_ADDED, object(made), said(wish)));
          }
          return added;
        });
  }

  void change(Actor by, TenantId tenant, Gateway gateway, GatewayWish wish) {
    var unused =
        audit.write(
            tenant,
            em -> {
              Gateway before = find(em, gateway.uid());
              put(em, before.id(), wish);
              Map<String, String> was = said(before);
              Map<String, String> is = said(wish);
              if (!was.equals(is)) {
                Set<Map.Entry<String, String>> same = Set.copyOf(was.entrySet());
                was.entrySet().removeAll(Set.copyOf(is.entrySet()));
                is.entrySet().removeAll(same);
                audit.pend(
                    em, tenant, by, new Change(Action.GATEWAY_CHANGED, object(gateway), was, is));
              }
              return null;
            });
  }

  void delete(Actor by, TenantId tenant, Gateway gateway) {
    var unused =
        audit.write(
            tenant,
            em -> {
              Gateway before = find(em, gateway.uid());
              within(
                  em,
                  (c, db) -> {
                    new GatewayTable(c, db).delete(before.id());
                    return null;
                  });
              audit.pend(
                  em,
                  tenant,
                  by,
                  new Change(Action.GATEWAY_DELETED, object(gateway), said(before), Map.of()));
              return null;
            });
  }

  private void put(EntityManager em, long id, GatewayWish wish) {
    within(
        em,
        (c, db) -> {
          GatewayTable table = new GatewayTable(c, db);
          table.describe(id, wish);
          table.setKeys(id, wish.keys());
          table.setBatteries(id, wish.batteries());
          return null;
        });
  }

  private Gateway find(EntityManager em, String uid) {
    List<Gateway> all = within(em, (c, db) -> new GatewayTable(c, db).all());
    return Gateways.of(all, uid);
  }

  private <T> T within(EntityManager em, SqlWork<T> work) {
    return database.sqlWithin(em, work);
  }

  private static Map<String, String> said(Gateway gateway) {
    return said(
        new GatewayWish(
            gateway.name(), gateway.silentAfter(), gateway.keys(), gateway.batteries()));
  }

  private static Map<String, String> said(GatewayWish wish) {
    return new TreeMap<>(
        Map.of(
            "name",
            wish.name(),
            "silentAfter",
            Long.toString(wish.silentAfter().toSeconds()),
            "keys",
            String.join(", ", wish.keys().stream().sorted().toList()),
            "batteries",
            Integer.toString(wish.batteries().size())));
  }

  private static String object(Gateway gateway) {
    return "gateway:" + gateway.uid();
  }
}
