package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.batch.api.chunk.ItemProcessor;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work for one client. What fails there is that client's outcome, and stops nobody. */
public final class ClientProcessor implements ItemProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(ClientProcessor.class);

  private final RunState run;

  ClientProcessor(RunState run) {
    this.run = run;
  }

  /**
   * @throws ca.edsquebec.trackingbms.platform.BusyException when another program took over
   */
  @Override
  public Outcome processItem(Object item) {
    String client = (String) item;
    run.turn.requireHeld(run.patience);
    try {
      String done = run.patience.call(() -> run.work.client(new TenantId(client)));
      return new Outcome(client, done, Optional.empty());
    } catch (RuntimeException e) {
      LOG.info("where {} failed for {}", run.routine.name(), client, e);
      return new Outcome(client, "", Optional.of(reason(e)));
    }
  }

  static String reason(RuntimeException e) {
    return new Failure(e).sentence();
  }
}
