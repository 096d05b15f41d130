package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Audit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves to the chains of the audit what a crash left in a client's database: a while after the
 * start, and each hour, since another program may have crashed.
 */
final class AuditSweep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSweep.class);
  private static final long FIRST_SECONDS = 20;
  private static final long EVERY_SECONDS = 3600;

  private final Audit audit;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audit-sweep");
            thread.setDaemon(true);
            return thread;
          });

  AuditSweep(Audit audit) {
    this.audit = audit;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::sweep, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  // What is thrown here would end the repetitions.
  private void sweep() {
    try {
      audit.settleAll();
    } catch (RuntimeException e) {
      LOG.warn("entries of the audit may wait for the next sweep", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
