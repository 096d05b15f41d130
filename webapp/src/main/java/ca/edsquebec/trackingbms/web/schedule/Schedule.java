package ca.edsquebec.trackingbms.web.schedule;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs every so often, and at once when woken. A job never runs twice at the same time; one
 * that throws is logged and runs again. Kept in memory: jobs must not need to know of earlier runs.
 * Its threads end with {@link #close}, and with the JVM. Safe for any number of threads.
 */
public final class Schedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final String THREADS = "2";

  private final Map<String, NamedJob> jobs = new ConcurrentHashMap<>();
  private final Scheduler scheduler;

  /** Starts it, without any job. */
  public Schedule() {
    try {
      scheduler = new StdSchedulerFactory(properties()).getScheduler();
      scheduler.setJobFactory((fired, owner) -> jobs.get(fired.getJobDetail().getKey().getName()));
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule can't be started", e);
    }
  }

  // Everything that would look elsewhere is named: no file of a host changes it.
  private static Properties properties() {
    Properties properties = new Properties();
    // Schedulers are known by name within a class loader; tests have several at once.
    properties.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "tbms-" + UUID.randomUUID());
    properties.put(StdSchedulerFactory.PROP_SCHED_THREAD_NAME, "schedule");
    properties.put(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.put("org.quartz.threadPool.threadCount", THREADS);
    properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.put("org.quartz.threadPool.threadNamePrefix", "schedule");
    properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return properties;
  }

  /**
   * Runs a job from now on.
   *
   * @param name of its own
   * @param pause from the beginning of one run to that of the next; a run that takes longer delays
   *     the next
   */
  public void every(Duration pause, String name, Runnable work) {
    jobs.put(name, new NamedJob(name, work));
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(pause.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(NamedJob.class).withIdentity(name).storeDurably().build(), trigger);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the job " + name + " can't be scheduled", e);
    }
  }

  /** Runs a job as soon as it can; several calls before it begins are one. Does not block. */
  public void wake(String name) {
    if (jobs.get(name).wakes()) {
      try {
        scheduler.triggerJob(JobKey.jobKey(name));
      } catch (SchedulerException e) {
        // It ends, or it will come by its clock.
        LOG.debug("the job {} can't be woken", name, e);
      }
    }
  }

  /** Starts nothing more and waits until what runs has ended. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule can't be ended", e);
    }
  }
}
