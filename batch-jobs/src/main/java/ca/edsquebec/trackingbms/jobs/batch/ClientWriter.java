package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import java.util.List;

/** Writes down how it ended for a client; what was done is in its database already. */
public final class ClientWriter extends AbstractItemWriter {

  private final RunState run;

  ClientWriter(RunState run) {
    this.run = run;
  }

  @Override
  public void writeItems(List<Object> outcomes) {
    outcomes.forEach(outcome -> run.ended((Outcome) outcome));
  }
}
