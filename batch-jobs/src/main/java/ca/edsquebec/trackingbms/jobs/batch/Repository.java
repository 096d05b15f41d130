package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.batch.runtime.JobExecution;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;
import org.jberet.runtime.AbstractStepExecution;

/**
 * JBeret's repository in the registry. Waits for a database that is away.
 *
 * <p>JBeret takes an update of no row for the wish of somebody to stop; our connections count rows
 * that changed, and a checkpoint may be the same as the one before. Who wants a run to stop is
 * known by its {@link RunState}.
 */
final class Repository implements InvocationHandler {

  private static final String CHECKPOINT = "savePersistentDataIfNotStopping";

  private final JobRepository jdbc;
  private final RunState run;

  private Repository(JobRepository jdbc, RunState run) {
    this.jdbc = jdbc;
    this.run = run;
  }

  static JobRepository in(RegistryDatabase registry, RunState run) {
    JobRepository jdbc =
        run.patience.call(() -> asking(() -> new JdbcRepository(registry.dataSource())));
    return (JobRepository)
        Proxy.newProxyInstance(
            JobRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            new Repository(jdbc, run));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return run.patience.call(
        () ->
            asking(
                () ->
                    method.getName().equals(CHECKPOINT)
                        ? checkpoint(arguments)
                        : method.invoke(jdbc, arguments)));
  }

  private int checkpoint(Object... arguments) {
    jdbc.savePersistentData((JobExecution) arguments[0], (AbstractStepExecution) arguments[1]);
    return run.isStopped() ? 0 : 1;
  }

  private interface Call<T> {
    T get() throws InvocationTargetException, IllegalAccessException;
  }

  private static <T> T asking(Call<T> call) {
    try {
      return call.get();
    } catch (InvocationTargetException e) {
      throw told(e.getCause());
    } catch (RuntimeException e) {
      throw told(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException told(Throwable cause) {
    if (RegistryDatabase.isAway(cause)) {
      return new UnavailableException(
          "the database can't be reached", Duration.ofSeconds(2), cause);
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
