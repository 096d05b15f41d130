package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.routine.Patience;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Turn;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the artifacts of one run share: its work, and how it went. Safe for its threads. */
final class RunState {

  private static final Logger LOG = LoggerFactory.getLogger(RunState.class);

  final Routine routine;
  final Work work;
  final Turn turn;
  final Patience patience;
  private final Tenants tenants;
  private final Listener listener;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private volatile int total;

  RunState(Routine routine, Work work, Turn turn, Tenants tenants, Listener listener) {
    this.routine = routine;
    this.work = work;
    this.turn = turn;
    this.tenants = tenants;
    this.listener = listener;
    this.patience = new Patience(Patience.USUAL, () -> !stopped.get());
  }

  /** Short names of the clients that the work concerns, in their order. */
  List<String> clients() {
    List<String> clients =
        patience.call(tenants::list).stream()
            .filter(work::concerns)
            .map(client -> client.id().slug())
            .toList();
    total = clients.size();
    return clients;
  }

  void ended(Outcome outcome) {
    outcomes.put(outcome.client(), outcome);
    if (outcome.failure().isPresent()) {
      LOG.info("{} failed for {}", routine.name(), outcome.sentence());
    } else if (!outcome.done().isEmpty()) {
      LOG.info("{}: {}", routine.name(), outcome.sentence());
    }
    listener.ended(routine, outcome, clientsDone(), total);
  }

  boolean failed(String client) {
    Outcome outcome = outcomes.get(client);
    return outcome != null && outcome.failure().isPresent();
  }

  int clientsDone() {
    return (int)
        outcomes.values().stream()
            .filter(one -> !one.client().isEmpty() && one.failure().isEmpty())
            .count();
  }

  List<String> failures() {
    return outcomes.values().stream()
        .filter(one -> one.failure().isPresent())
        .map(Outcome::sentence)
        .sorted()
        .toList();
  }

  void stop() {
    stopped.set(true);
  }

  boolean isStopped() {
    return stopped.get();
  }
}
