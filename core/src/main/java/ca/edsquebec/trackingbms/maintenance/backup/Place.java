package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/**
 * What a backup is of.
 *
 * @param tenant the client; empty for the registry
 */
public record Place(Optional<TenantId> tenant) {

  public static final Place REGISTRY = new Place(Optional.empty());

  /** As no client's short name can be. */
  private static final String REGISTRY_NAME = "_registry";

  public static Place of(TenantId tenant) {
    return new Place(Optional.of(tenant));
  }

  /** Of the name of a folder or a file; empty when it is no place's. */
  public static Optional<Place> named(String name) {
    if (name.equals(REGISTRY_NAME)) {
      return Optional.of(REGISTRY);
    }
    return TenantId.isSlug(name) ? Optional.of(of(new TenantId(name))) : Optional.empty();
  }

  /** What its folder, and each of its files, is called by. */
  public String name() {
    return tenant.map(TenantId::slug).orElse(REGISTRY_NAME);
  }

  /** For people. */
  @Override
  public String toString() {
    return tenant.map(slug -> "client " + slug).orElse("registry");
  }
}
