package ca.edsquebec.trackingbms.web.dashboard;

import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.overview.FleetSummary;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.glassfish.jersey.server.mvc.Viewable;

/** The first page of a client: how its fleet is, as a whole and place by place. */
@Path("c/{client}")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class DashboardPage {

  private final Overview overview;
  private final Trends trends;
  private final Gateways gateways;

  @Inject
  public DashboardPage(Overview overview, Trends trends, Gateways gateways) {
    this.overview = overview;
    this.trends = trends;
    this.gateways = gateways;
  }

  /**
   * @param type uid of the one type to show; null for all
   */
  @GET
  public Viewable show(
      @QueryParam("type") String type, @Context Caller caller, @Context Visit visit) {
    Viewer viewer = caller.viewer();
    Optional<String> only = Optional.ofNullable(type).filter(uid -> !uid.isEmpty());
    FleetSummary all = overview.summary(viewer, Optional.empty());
    FleetSummary shown = only.isEmpty() ? all : overview.summary(viewer, only);
    ToHandle toHandle = ToHandle.of(overview, gateways, viewer, only);
    return visit.page(
        "dashboard/dashboard",
        new Dashboard(
            shown,
            all.byType(),
            only.orElse(""),
            trends.fleet(viewer, overview.weights(viewer, only)),
            toHandle.batteries(),
            toHandle.gateways()));
  }
}
