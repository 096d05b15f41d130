package ca.edsquebec.trackingbms.web.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one {@link Portal} of their JVM; it ends with the last test. Whatever a class of
 * tests did to it, its log holds no secret.
 */
public final class PortalExtension implements ParameterResolver, AfterAllCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Portal.class;
  }

  @Override
  public Portal resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return portal(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Portal portal = portal(context);
    String log = portal.log();
    assertThat(log.contains("TrackingBMS started")).as("the log is seen").isTrue();
    assertThat(portal.secrets().stream().filter(log::contains)).as("secrets in the log").isEmpty();
  }

  private static Portal portal(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Portal.class, key -> Portal.start(), Portal.class);
  }
}
