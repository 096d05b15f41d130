package ca.edsquebec.trackingbms.web.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** The unpacked WAR in an embedded Tomcat on loopback. */
public final class PortalServer implements AutoCloseable {

  private static final String DEVELOPMENT = "ca/edsquebec/trackingbms/web/dev";

  private final Tomcat tomcat;
  private final String contextPath;

  private PortalServer(Tomcat tomcat, String contextPath) {
    this.tomcat = tomcat;
    this.contextPath = contextPath;
  }

  /**
   * @param war the WAR, or the folder it was unpacked to
   * @param port 0 for any free one
   * @param contextPath empty for ROOT, or {@code /trackingbms}
   * @param home the installation's TBMS_HOME, with its {@code .env}
   * @throws IllegalStateException when the application does not start; its log says why
   */
  public static PortalServer start(Path war, int port, String contextPath, Path home) {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(home.resolve("tomcat").toAbsolutePath().toString());
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", "50");
    tomcat.setConnector(connector);
    // As docs/operations.md asks of a server.xml: what Tomcat refuses by itself tells nothing.
    ErrorReportValve quiet = new ErrorReportValve();
    quiet.setShowReport(false);
    quiet.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(quiet);
    Context context = tomcat.addWebapp(contextPath, war.toAbsolutePath().toString());
    // Else the tests' own class path, MariaDB's programs included, would be searched for classes.
    ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
    context.setParentClassLoader(PortalServer.class.getClassLoader());
    context.addParameter("TBMS_HOME", home.toAbsolutePath().toString());
    addDevelopment(context, war);
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Tomcat did not start", e);
    }
    PortalServer server = new PortalServer(tomcat, contextPath);
    if (context.getState() != LifecycleState.STARTED) {
      server.close();
      throw new IllegalStateException("TrackingBMS did not start; the log says why");
    }
    if (connector.getState() != LifecycleState.STARTED) {
      server.close();
      throw new IllegalStateException("port %d is taken".formatted(port));
    }
    return server;
  }

  // The page that shows the tags is in no WAR: it is laid over the unpacked one.
  private static void addDevelopment(Context context, Path war) {
    Path project = war.toAbsolutePath().getParent().getParent();
    Path pages = project.resolve("src/test/webapp");
    Path classes = project.resolve("target/test-classes").resolve(DEVELOPMENT);
    if (!Files.isDirectory(pages) || !Files.isDirectory(classes)) {
      return;
    }
    StandardRoot resources = new StandardRoot(context);
    resources.addPostResources(new DirResourceSet(resources, "/", pages.toString(), "/"));
    resources.addPostResources(
        new DirResourceSet(resources, "/WEB-INF/classes/" + DEVELOPMENT, classes.toString(), "/"));
    context.setResources(resources);
  }

  /** Writes an installation's {@code .env}, but for the home itself. */
  public static void writeSettings(Path home, Map<String, String> settings) throws IOException {
    Files.createDirectories(home);
    String text =
        settings.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("TBMS_HOME"))
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(home.resolve(".env"), text);
  }

  /** The portal's address, without a slash at its end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + contextPath);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Tomcat did not stop", e);
    }
  }
}
