package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.FleetPage;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.Trend;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.web.page.Spark;
import ca.edsquebec.trackingbms.web.page.Texts;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.mvc.Viewable;

/** The list of a client's batteries, a page at a time; its address holds its whole state. */
@Path("c/{client}/batteries")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class BatteriesPage {

  private final Overview overview;
  private final Trends trends;
  private final Gateways gateways;

  @Inject
  public BatteriesPage(Overview overview, Trends trends, Gateways gateways) {
    this.overview = overview;
    this.trends = trends;
    this.gateways = gateways;
  }

  @GET
  public Viewable list(@Context UriInfo address, @Context Caller caller, @Context Visit visit) {
    FleetQuery query = ListAddress.read(address.getQueryParameters());
    FleetPage page = overview.fleet(caller.viewer(), query);
    return visit.page(
        "fleet/batteries",
        BatteryList.of(query, page, rows(caller, page, visit.texts()), visit.texts()));
  }

  private List<BatteryRow> rows(Caller caller, FleetPage page, Texts texts) {
    List<Long> shown = page.items().stream().map(now -> now.battery().id()).toList();
    Map<Long, Trend> days = trends.of(caller.viewer(), shown);
    Map<Long, Gateway> silent = gateways.silentOf(caller.viewer());
    return page.items().stream()
        .map(now -> BatteryRow.of(now, gateway(silent, now), spark(days, now), texts))
        .toList();
  }

  private static String gateway(Map<Long, Gateway> silent, BatteryNow now) {
    Gateway gateway = silent.get(now.battery().id());
    return gateway == null ? "" : gateway.name();
  }

  private static Spark spark(Map<Long, Trend> days, BatteryNow now) {
    return Spark.of(days.get(now.battery().id()).soc());
  }
}
