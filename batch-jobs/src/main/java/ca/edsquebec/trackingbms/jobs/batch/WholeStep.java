package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.batch.api.AbstractBatchlet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a job that is done once for the installation. What fails there stops no client. */
public final class WholeStep extends AbstractBatchlet {

  /** How the step ends then; by it a restart knows. */
  static final String FAILED = "INSTALLATION_FAILED";

  private static final Logger LOG = LoggerFactory.getLogger(WholeStep.class);

  private final RunState run;

  WholeStep(RunState run) {
    this.run = run;
  }

  /**
   * @return the step's exit status; null for the usual one
   * @throws ca.edsquebec.trackingbms.platform.BusyException when another program took over
   */
  @Override
  public String process() {
    run.turn.requireHeld(run.patience);
    try {
      run.ended(new Outcome("", run.patience.call(run.work::whole), Optional.empty()));
      return null;
    } catch (RuntimeException e) {
      LOG.info("where {} failed for the installation", run.routine.name(), e);
      run.ended(new Outcome("", "", Optional.of(ClientProcessor.reason(e))));
      return FAILED;
    }
  }
}
