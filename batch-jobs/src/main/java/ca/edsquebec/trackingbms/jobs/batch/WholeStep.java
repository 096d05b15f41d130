package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.batch.api.AbstractBatchlet;
import java.util.Optional;

/** The part of a job that is done once for the installation. */
public final class WholeStep extends AbstractBatchlet {

  private final RunState run;

  WholeStep(RunState run) {
    this.run = run;
  }

  @Override
  public String process() {
    run.turn.requireHeld(run.patience);
    try {
      run.ended(new Outcome("", run.patience.call(run.work::whole), Optional.empty()));
    } catch (RuntimeException e) {
      run.ended(new Outcome("", "", Optional.of(ClientProcessor.reason(e))));
      throw e;
    }
    return null;
  }
}
