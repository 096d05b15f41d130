package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/**
 * Deletes one kind of what is too old. May be stopped in the middle and repeated. To be called
 * outside of any unit of work.
 */
interface Step {

  /** Lower-case letters and hyphens. */
  String name();

  /**
   * @param client empty for what belongs to the installation
   * @return empty when there is nothing of this kind at such a place
   */
  Optional<Swept> sweep(Optional<TenantId> client, Mode mode);
}
