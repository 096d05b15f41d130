package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;

/** A person can't be erased, since nobody else would be left to administer. Nothing was changed. */
public final class ErasureRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TenantId> clients;
  private final boolean platform;

  ErasureRefused(List<TenantId> clients, boolean platform) {
    super(
        "this person is the last administrator of %s: name another one first"
            .formatted(platform ? "the platform" : clients));
    this.clients = List.copyOf(clients);
    this.platform = platform;
  }

  /** Clients that this person alone administers. */
  public List<TenantId> clients() {
    return clients;
  }

  /** Whether this person alone administers the installation. */
  public boolean platform() {
    return platform;
  }
}
