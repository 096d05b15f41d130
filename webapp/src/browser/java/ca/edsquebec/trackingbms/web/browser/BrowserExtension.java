package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test its {@link Tabs}, in the one Chromium of the JVM, as a parameter of its method or
 * constructor. A test that fails leaves a picture of each window among the screenshots.
 */
public final class BrowserExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(BrowserExtension.class);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Tabs.class;
  }

  @Override
  public Tabs resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Chromium chromium =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Tabs.class, key -> new Tabs(chromium), Tabs.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Tabs tabs = context.getStore(OURS).get(Tabs.class, Tabs.class);
    if (tabs == null) {
      return;
    }
    try {
      List<String> complaints = tabs.complaints();
      if (context.getExecutionException().isPresent() || !complaints.isEmpty()) {
        tabs.picture(nameOf(context));
      }
      assertThat(complaints).as("what the pages did wrong meanwhile").isEmpty();
    } finally {
      tabs.close();
    }
  }

  /** Class and method, and which run of it where it has several. */
  private static String nameOf(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String run = context.getDisplayName();
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + (run.startsWith(method) ? method : method + "-" + run);
  }
}
