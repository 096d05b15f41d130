package ca.edsquebec.trackingbms.web.schedule;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as Quartz wants it; one object for all its runs. */
@DisallowConcurrentExecution
final class NamedJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(NamedJob.class);

  private final String name;
  private final Runnable work;
  private final AtomicBoolean woken = new AtomicBoolean();

  NamedJob(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  /** True for the first since the last run began. */
  boolean wakes() {
    return woken.compareAndSet(false, true);
  }

  @Override
  public void execute(JobExecutionContext context) {
    woken.set(false);
    try {
      work.run();
    } catch (UnavailableException away) {
      LOG.warn("the job {} will run again: {}", name, away.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the job {} failed; it will run again", name, e);
    }
  }
}
