package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;

/** The client that an address of the platform names. */
final class Slugs {

  private Slugs() {}

  /**
   * @throws NotFoundException when nobody is called so
   */
  static Tenant client(Tenants tenants, String slug) {
    try {
      return tenants.get(new TenantId(slug));
    } catch (InvalidException noSuchName) {
      throw new NotFoundException("client \"" + slug + "\"");
    }
  }
}
