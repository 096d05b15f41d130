package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.routine.Result;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runner;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.routine.Turn;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jberet.operations.JobOperatorImpl;
import org.jberet.repository.JobRepository;
import org.jberet.spi.PropertyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a routine as the Jakarta Batch job of its name. */
public final class BatchRunner implements Runner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  private record Current(JobOperatorImpl operator, long execution, RunState state) {}

  private final Workplace place;
  private final Runs runs;
  private final Listener listener;
  private boolean stopped;
  private Current current;

  public BatchRunner(Workplace place, Listener listener) {
    this.place = place;
    this.runs = new Runs(place.databases().registry(), place.clock());
    this.listener = listener;
  }

  @Override
  public Result run(Routine routine, Run run, Turn turn) {
    try (JobLog log = JobLog.of(place.settings().home(), routine.name());
        Work work = routine.begin(place);
        Threads threads = new Threads()) {
      LOG.info("{} begins, attempt {}", routine.name(), run.attempts());
      RunState state = new RunState(routine, work, turn, place.databases().tenants(), listener);
      Result result = run(run, state, threads);
      LOG.info("{} ended: {}, {} clients", routine.name(), result.state(), result.clients());
      return result;
    } catch (BusyException lost) {
      throw lost;
    } catch (RuntimeException e) {
      LOG.warn("{} failed", routine.name(), e);
      return Result.failed(new Failure(e).sentence());
    }
  }

  private Result run(Run run, RunState state, Threads threads) {
    JobRepository repository = Repository.in(place.databases().registry(), state);
    JobOperatorImpl operator =
        new JobOperatorImpl(new Environment(repository, new Artifacts(state), threads));
    // What failed for the installation is begun anew: all of it may be repeated.
    Optional<JobExecution> before =
        before(repository, run).filter(execution -> !failedForAll(operator, execution));
    if (before.filter(one -> one.getBatchStatus() == BatchStatus.COMPLETED).isPresent()) {
      return new Result(Run.State.DONE, run.clients(), List.of());
    }
    long id = begin(operator, before, state);
    if (before.isEmpty()) {
      runs.belongsTo(run, operator.getJobInstance(id).getInstanceId());
    }
    if (!announce(new Current(operator, id, state))) {
      stop();
    }
    threads.await();
    return result(operator.getJobExecution(id).getBatchStatus(), state);
  }

  private static boolean failedForAll(JobOperatorImpl operator, JobExecution execution) {
    return operator.getStepExecutions(execution.getExecutionId()).stream()
        .anyMatch(step -> WholeStep.FAILED.equals(step.getExitStatus()));
  }

  private static Optional<JobExecution> before(JobRepository repository, Run run) {
    if (run.batchInstance().isEmpty()) {
      return Optional.empty();
    }
    JobInstance instance = repository.getJobInstance(run.batchInstance().get());
    List<JobExecution> executions =
        instance == null ? List.of() : repository.getJobExecutions(instance);
    return executions.isEmpty()
        ? Optional.empty()
        : Optional.of(executions.get(executions.size() - 1));
  }

  private static long begin(
      JobOperatorImpl operator, Optional<JobExecution> before, RunState state) {
    Properties properties = new Properties();
    if (before.isPresent()) {
      // We hold the lease: what is still called running there belongs to a program that died.
      properties.setProperty(PropertyKey.RESTART_MODE, PropertyKey.RESTART_MODE_FORCE);
      return operator.restart(before.get().getExecutionId(), properties);
    }
    int shares = state.clients().size() < 2 ? 1 : ClientPartitions.USUAL;
    properties.setProperty("shares", Integer.toString(shares));
    return operator.start(state.routine.name(), properties);
  }

  private static Result result(BatchStatus status, RunState state) {
    List<String> failures = state.failures();
    if (status == BatchStatus.COMPLETED && failures.isEmpty()) {
      return new Result(Run.State.DONE, state.clientsDone(), List.of());
    }
    if (status == BatchStatus.STOPPED || state.isStopped()) {
      return new Result(Run.State.STOPPED, state.clientsDone(), failures);
    }
    return new Result(
        Run.State.FAILED,
        state.clientsDone(),
        failures.isEmpty() ? List.of("it broke off; see its log") : failures);
  }

  /**
   * @return false when it is to stop already
   */
  private synchronized boolean announce(Current now) {
    current = now;
    return !stopped;
  }

  /** Lets the run, and any later one, end after the clients that it is at. For any thread. */
  public synchronized void stop() {
    stopped = true;
    if (current != null) {
      current.state().stop();
      try {
        current.operator().stop(current.execution());
      } catch (RuntimeException ended) {
        LOG.debug("{} had ended", current.state().routine.name(), ended);
      }
    }
  }
}
