package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Quota;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each client may have, and how much of it is used. Whoever makes a battery, a person or a
 * sample asks at that moment; here it is only said and shown. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Quotas {

  private static final Duration FRESH = Duration.ofSeconds(30);

  private record Counted(QuotaUse use, long at) {}

  private final RegistryDatabase registry;
  private final TenantDatabase database;
  private final Tenants tenants;
  private final SampleMeter meter;
  private final Audit audit;
  private final Clock clock;
  private final Map<TenantId, Counted> recent = new ConcurrentHashMap<>();

  public Quotas(
      RegistryDatabase registry,
      TenantDatabase database,
      Tenants tenants,
      SampleMeter meter,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.database = database;
    this.tenants = tenants;
    this.meter = meter;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says what a client may have. What it has beyond that stays; it gets no more.
   *
   * @throws NotFoundException when there is no such client
   */
  public void set(Actor by, TenantId tenant, Quota quota) {
    tenants.forget(tenant);
    Quota before = tenants.get(tenant).quota();
    if (before.equals(quota)) {
      return;
    }
    registry.write(
        em -> {
          em.createNativeQuery(
                  "UPDATE tenant SET quota_batteries = ?, quota_users = ?, quota_samples_a_day = ?"
                      + " WHERE slug = ?")
              .setParameter(1, column(quota.batteries()))
              .setParameter(2, column(quota.users()))
              .setParameter(3, column(quota.samplesADay()))
              .setParameter(4, tenant.slug())
              .executeUpdate();
          audit.record(
              em,
              Optional.of(tenant),
              by,
              new Change(Action.QUOTA_CHANGE, "client:" + tenant, values(before), values(quota)));
          return null;
        });
    tenants.forget(tenant);
    recent.remove(tenant);
  }

  /**
   * How much is used, counted within the last half minute.
   *
   * @throws NotFoundException when there is no such client
   */
  public QuotaUse use(TenantId tenant) {
    Counted known = recent.get(tenant);
    long age = known == null ? -1 : clock.millis() - known.at();
    Quota quota = tenants.get(tenant).quota();
    if (age < 0 || age >= FRESH.toMillis() || !known.use().quota().equals(quota)) {
      known = new Counted(counted(tenant, quota), clock.millis());
      recent.put(tenant, known);
    }
    return known.use();
  }

  private QuotaUse counted(TenantId tenant, Quota quota) {
    long batteries =
        database.sql(
            tenant, number("SELECT COUNT(*) FROM %s.battery WHERE status <> 'RETIRED'", null));
    long users =
        registry.sql(
            number(
                "SELECT COUNT(*) FROM %s.membership WHERE tenant = ? AND deactivated_at IS NULL",
                tenant.slug()));
    return new QuotaUse(quota, batteries, users, meter.today(tenant));
  }

  private static SqlWork<Long> number(String sql, String parameter) {
    return (connection, db) -> {
      try (var query = connection.prepareStatement(sql.formatted(db))) {
        if (parameter != null) {
          query.setString(1, parameter);
        }
        try (var row = query.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    };
  }

  private static Long column(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static Map<String, String> values(Quota quota) {
    Map<String, String> values = new TreeMap<>();
    values.put("batteries", text(quota.batteries()));
    values.put("users", text(quota.users()));
    values.put("samplesADay", text(quota.samplesADay()));
    return values;
  }

  private static String text(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }
}
