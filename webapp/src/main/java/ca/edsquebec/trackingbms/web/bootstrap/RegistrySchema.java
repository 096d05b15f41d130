package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.Migrations;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the registry's schema up to date at the start. When host and database start together the
 * database may come later: then it tries again until it is there, and meanwhile requests are told
 * to come back.
 */
final class RegistrySchema implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrySchema.class);
  private static final long RETRY_SECONDS = 5;
  private static final long FAILURE_RETRY_SECONDS = 60;

  private final Migrations migrations;
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "registry-schema");
            thread.setDaemon(true);
            return thread;
          });

  RegistrySchema(Migrations migrations) {
    this.migrations = migrations;
  }

  /** Returns when it is up to date, or when the database is away and it will try again. */
  void bringUpToDate() {
    try {
      migrations.migrateRegistry();
      retries.shutdown();
    } catch (UnavailableException away) {
      LOG.warn("{}; trying again in {} s", away.getMessage(), RETRY_SECONDS);
      retries.schedule(this::again, RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  // The start is over: a failure can't stop it any more, and nobody else would hear of it.
  private void again() {
    try {
      bringUpToDate();
    } catch (RuntimeException e) {
      LOG.error("the registry's schema can't be brought up to date; trying again", e);
      retries.schedule(this::again, FAILURE_RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    retries.shutdownNow();
  }
}
