package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.routine.Patience;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;

/** JBeret's repository in the registry; waits for a database that is away. */
final class Repository {

  private final JobRepository jdbc;
  private final Patience patience;

  private Repository(JobRepository jdbc, Patience patience) {
    this.jdbc = jdbc;
    this.patience = patience;
  }

  static JobRepository in(RegistryDatabase registry, Patience patience) {
    JobRepository jdbc =
        patience.call(() -> asking(() -> new JdbcRepository(registry.dataSource())));
    Repository repository = new Repository(jdbc, patience);
    return (JobRepository)
        Proxy.newProxyInstance(
            JobRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            (proxy, method, arguments) ->
                repository.patience.call(
                    () -> asking(() -> invoke(repository.jdbc, method, arguments))));
  }

  private interface Call<T> {
    T get() throws InvocationTargetException, IllegalAccessException;
  }

  private static Object invoke(JobRepository repository, Method method, Object... arguments)
      throws InvocationTargetException, IllegalAccessException {
    return method.invoke(repository, arguments);
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
