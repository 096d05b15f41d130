package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares what a WAR that is just deployed finds: settings in the TBMS_HOME of this process's
 * environment, and a free port for Arquillian. To stand before Arquillian's own extension.
 */
public final class EnvironmentHome implements BeforeAllCallback {

  private static final String PORT = "tbms.arquillian.port";

  private static TestInstallation installation;

  /** Its database, made once a JVM; ends with it, since the WAR may outlive the test class. */
  public static synchronized TestInstallation installation() {
    if (installation == null) {
      installation = new TestInstallation();
    }
    return installation;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    System.setProperty("logback.configurationFile", "logback.xml");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.setProperty(PORT, Integer.toString(free.getLocalPort()));
    }
    PortalServer.writeSettings(Path.of(System.getenv("TBMS_HOME")), installation().environment());
    // Ends with the tests, after Arquillian has taken the WAR down.
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(EnvironmentHome.class))
        .put("installation", installation());
  }
}
