package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.transaction.TransactionManager;
import java.util.Properties;
import org.jberet.repository.JobRepository;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;
import org.jberet.tools.MetaInfBatchJobsJobXmlResolver;
import org.jberet.tx.LocalTransactionManager;

/** What JBeret needs of its surroundings, for one run. */
final class Environment implements BatchEnvironment {

  private final JobRepository repository;
  private final ArtifactFactory artifacts;
  private final Threads threads;

  Environment(JobRepository repository, ArtifactFactory artifacts, Threads threads) {
    this.repository = repository;
    this.artifacts = artifacts;
    this.threads = threads;
  }

  @Override
  public ClassLoader getClassLoader() {
    return Environment.class.getClassLoader();
  }

  @Override
  public ArtifactFactory getArtifactFactory() {
    return artifacts;
  }

  @Override
  public void submitTask(JobTask task) {
    threads.submit(task);
  }

  /** Its transactions hold nothing: each face of core commits its own. */
  @Override
  public TransactionManager getTransactionManager() {
    return LocalTransactionManager.getInstance();
  }

  @Override
  public JobRepository getJobRepository() {
    return repository;
  }

  @Override
  public JobXmlResolver getJobXmlResolver() {
    return new MetaInfBatchJobsJobXmlResolver();
  }

  @Override
  public Properties getBatchConfigurationProperties() {
    return new Properties();
  }

  @Override
  public String getApplicationName() {
    return "tbms";
  }
}
