package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.routine.DirectRunner;
import ca.edsquebec.trackingbms.routine.Dispatch;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Timetable;
import ca.edsquebec.trackingbms.routine.Workplace;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of {@code tbms cron tick} within the portal, for hosts without cron: the same routines
 * under the same leases, one client after another on one thread.
 */
final class PortalJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PortalJobs.class);

  private final DirectRunner runner;
  private final Dispatch dispatch;

  private PortalJobs(Application application) {
    runner =
        new DirectRunner(
            new Workplace(
                application.settings,
                application.databases,
                application.keyRing,
                application.box,
                application.audit,
                application.clock));
    dispatch =
        new Dispatch(
            application.databases.registry(),
            Timetable.of(application.settings),
            runner,
            Run.By.QUARTZ,
            application.clock);
  }

  /**
   * @return empty when cron starts the jobs
   */
  static Optional<PortalJobs> of(Application application) {
    boolean here = application.settings.required(Setting.TBMS_SCHEDULER).equals("quartz");
    return here ? Optional.of(new PortalJobs(application)) : Optional.empty();
  }

  /** Runs what is due; somebody else at it is no fault. */
  void tick() {
    try {
      dispatch.tick(Routines.installed());
    } catch (BusyException busy) {
      LOG.debug("no jobs now: {}", busy.getMessage());
    }
  }

  @Override
  public void close() {
    runner.close();
  }
}
