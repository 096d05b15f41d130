package ca.edsquebec.trackingbms.jobs.batch;

import java.lang.reflect.Constructor;
import org.jberet.creation.AbstractArtifactFactory;
import org.jberet.creation.ArtifactCreationContext;
import org.jberet.runtime.context.JobContextImpl;
import org.jberet.runtime.context.StepContextImpl;

/**
 * Makes what a job XML refers to by its class's full name. A constructor may take the {@link
 * RunState}; properties come into fields, as the specification has it.
 */
final class Artifacts extends AbstractArtifactFactory {

  private final RunState run;

  Artifacts(RunState run) {
    this.run = run;
  }

  @Override
  public Object create(String ref, Class<?> type, ClassLoader loader) throws Exception {
    Class<?> found = type == null ? loader.loadClass(ref) : type;
    Constructor<?> constructor = found.getDeclaredConstructors()[0];
    Object made =
        constructor.getParameterCount() == 0
            ? constructor.newInstance()
            : constructor.newInstance(run);
    ArtifactCreationContext context = ArtifactCreationContext.getCurrentArtifactCreationContext();
    doInjection(
        made,
        found,
        loader,
        (JobContextImpl) context.getJobContext(),
        (StepContextImpl) context.getStepContext(),
        context.getProperties());
    return made;
  }

  /** Nothing of ours wants to hear of its end; whoever looks needs annotations that none has. */
  @Override
  public void destroy(Object made) {}

  @Override
  public Class<?> getArtifactClass(String ref, ClassLoader loader) {
    try {
      return loader.loadClass(ref);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a job refers to a class that is not there: " + ref, e);
    }
  }
}
