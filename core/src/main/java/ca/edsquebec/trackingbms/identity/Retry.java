package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.DatabaseException;
import java.util.function.Supplier;

/** Work that the database may give up because somebody else was at the same rows. */
final class Retry {

  private Retry() {}

  /**
   * Does it again, once, when the database says that this is worth it.
   *
   * @param work a whole unit of work, which left nothing behind when it failed
   */
  static <T> T once(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseException e) {
      if (!e.isWorthRetrying()) {
        throw e;
      }
      return work.get();
    }
  }
}
