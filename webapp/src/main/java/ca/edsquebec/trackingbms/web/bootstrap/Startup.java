package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.web.asset.Assets;
import ca.edsquebec.trackingbms.web.asset.Icons;
import ca.edsquebec.trackingbms.web.asset.StaticFiles;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeEndpoint;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeGate;
import ca.edsquebec.trackingbms.web.live.LiveEndpoint;
import ca.edsquebec.trackingbms.web.page.Texts;
import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import ca.edsquebec.trackingbms.web.security.AuthenticationFilter;
import ca.edsquebec.trackingbms.web.security.EntranceFilter;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.WebSocketGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the application with its Tomcat context, and ends it with it. Named in web.xml. */
public final class Startup implements ServletContextListener {

  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  private Application application;
  private RegistrySchema schema;
  private AuditSweep sweep;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      application = new Application(Settings.from(environment(context)));
    } catch (SettingsException e) {
      // One sentence for the admin; Tomcat adds that this application did not start.
      LOG.error("TrackingBMS does not start: {}", e.getMessage());
      throw e;
    }
    schema = new RegistrySchema(application.databases.migrations());
    schema.bringUpToDate();
    sweep = new AuditSweep(application.audit);
    sweep.start();
    application.routines.begin();
    addFilters(context);
    addStaticFiles(context);
    addEndpoint(context, LiveEndpoint.PATH, application.liveEndpoint());
    addEndpoint(context, NodeEndpoint.PATH, application.nodeEndpoint());
    LOG.info("TrackingBMS started at {}", path(context));
  }

  // Where a host lets nobody set the environment, the context may name the home.
  private static Map<String, String> environment(ServletContext context) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String home = context.getInitParameter(Setting.TBMS_HOME.name());
    if (home != null) {
      environment.put(Setting.TBMS_HOME.name(), home);
    }
    return environment;
  }

  private void addFilters(ServletContext context) {
    ProblemWriter problems = new ProblemWriter(application.json);
    Map<String, Permission> endpoints =
        Map.of(
            LiveEndpoint.PATH, LiveEndpoint.class.getAnnotation(Requires.class).value(),
            NodeEndpoint.PATH, NodeEndpoint.class.getAnnotation(Requires.class).value());
    add(
        context.addFilter(
            "entrance", new EntranceFilter(application.proxies, application.publicUrl, problems)),
        "/*");
    add(
        context.addFilter(
            "authentication",
            new AuthenticationFilter(
                application.credentials, application.origins, application.rateLimits, problems)),
        "/*");
    add(
        context.addFilter(
            "websocket-gate",
            new WebSocketGate(
                application.credentials,
                problems,
                endpoints,
                application.origins,
                application.scopes,
                application.databases.tenants())),
        "/ws/*",
        "/node/*");
    add(
        context.addFilter(
            "node-gate",
            new NodeGate(application.nodeHub, application.databases.tenants(), problems)),
        "/node/*");
    add(
        context.addFilter("api", new ServletContainer(new Api(application, Resources.of(context)))),
        "/*");
  }

  private static void add(FilterRegistration.Dynamic filter, String... patterns) {
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, patterns);
  }

  private static void addStaticFiles(ServletContext context) {
    Assets assets = new Assets(context);
    // JSPs find these by name.
    context.setAttribute("assets", assets);
    context.setAttribute("icons", new Icons(context));
    // For the page that the container shows when there is no visit.
    context.setAttribute("french", new Texts(Locale.CANADA_FRENCH));
    context.setAttribute("english", new Texts(Locale.CANADA));
    context.addServlet("static", new StaticFiles(assets)).addMapping("/static/*");
  }

  private static void addEndpoint(ServletContext context, String path, Endpoint endpoint) {
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(endpoint.getClass(), path)
            .configurator(
                new ServerEndpointConfig.Configurator() {
                  @Override
                  public <T> T getEndpointInstance(Class<T> type) {
                    return type.cast(endpoint);
                  }
                })
            .build();
    try {
      container.addEndpoint(config);
    } catch (DeploymentException e) {
      throw new IllegalStateException("could not offer " + path, e);
    }
  }

  private static String path(ServletContext context) {
    return context.getContextPath().isEmpty() ? "/" : context.getContextPath();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (sweep != null) {
      sweep.close();
    }
    if (schema != null) {
      schema.close();
    }
    if (application != null) {
      application.close();
    }
  }
}
