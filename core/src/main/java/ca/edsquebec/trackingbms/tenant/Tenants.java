package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clients of this installation. What it says is at most 5 s old. */
public final class Tenants {

  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  private record Known(Tenant tenant, long readAt) {}

  private final RegistryDatabase registry;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

  Tenants(RegistryDatabase registry) {
    this.registry = registry;
  }

  /** All of them, by short name, read now. */
  public List<Tenant> list() {
    return registry.read(
        em ->
            em.createQuery("select t from TenantRow t order by t.slug", TenantRow.class)
                .getResultStream()
                .map(TenantRow::toTenant)
                .toList());
  }

  public Optional<Tenant> find(TenantId id) {
    Known cached = known.get(id);
    if (cached != null && System.nanoTime() - cached.readAt() < FRESH_NANOS) {
      return Optional.of(cached.tenant());
    }
    Optional<Tenant> found =
        registry.read(
            em ->
                Optional.ofNullable(em.find(TenantRow.class, id.slug())).map(TenantRow::toTenant));
    found.ifPresentOrElse(
        tenant -> known.put(id, new Known(tenant, System.nanoTime())), () -> known.remove(id));
    return found;
  }

  /**
   * @throws NotFoundException when there is no such tenant
   */
  public Tenant get(TenantId id) {
    return find(id).orElseThrow(() -> new NotFoundException("client \"" + id + "\""));
  }

  /** What this program knows of a client is read again; to be called when it was changed. */
  public void forget(TenantId id) {
    known.remove(id);
  }

  void add(Tenant tenant) {
    registry.write(
        em -> {
          em.persist(new TenantRow(tenant));
          return null;
        });
  }

  void activate(TenantId id) {
    registry.write(
        em -> {
          em.find(TenantRow.class, id.slug()).activate();
          return null;
        });
    known.remove(id);
  }
}
