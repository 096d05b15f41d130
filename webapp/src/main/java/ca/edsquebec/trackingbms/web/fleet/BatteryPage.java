package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Spark;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.mvc.Viewable;

/** The page of one battery: how it is now, and its last hours. */
// Not {id} here: such a class would take every path of a battery for itself.
@Path("c/{client}/batteries")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class BatteryPage {

  private static final List<Metric> LARGE =
      List.of(Metric.PACK_VOLTAGE, Metric.CURRENT, Metric.POWER, Metric.TEMPERATURE_MAX);

  private final Overview overview;
  private final History history;
  private final Trends trends;
  private final CustomFields fields;
  private final Gateways gateways;

  @Inject
  public BatteryPage(
      Overview overview, History history, Trends trends, CustomFields fields, Gateways gateways) {
    this.overview = overview;
    this.history = history;
    this.trends = trends;
    this.fields = fields;
    this.gateways = gateways;
  }

  @GET
  @Path("{id}")
  public Viewable battery(
      @PathParam("id") String uid,
      @QueryParam("range") @DefaultValue("24h") String range,
      @Context Caller caller,
      @Context Visit visit) {
    Viewer viewer = caller.viewer();
    BatteryNow now = overview.battery(viewer, uid);
    HistoryRange chosen = HistoryRange.named(range);
    Map<Metric, Spark> recent = Recent.of(history, viewer, now.battery(), LARGE, visit.now());
    List<TrendRow> rows = TrendRow.of(trends.of(viewer, now.battery().id()), chosen);
    List<FactRow> facts = FactRow.of(now.battery(), fields.active(viewer), visit.texts());
    Gateway silent = gateways.silentOf(viewer).get(now.battery().id());
    BatteryView view =
        new BatteryView(
            now, tiles(now, recent), chosen, rows, facts, silent == null ? "" : silent.name());
    return visit.in(now.battery().zone()).page("fleet/battery", view);
  }

  private static List<Tile> tiles(BatteryNow now, Map<Metric, Spark> recent) {
    Optional<Gauge> voltage = Gauge.voltage(now.battery());
    Optional<Gauge> temperature = Gauge.temperature(now.battery());
    return List.of(
        tile(now, Metric.PACK_VOLTAGE, "bolt", "packVoltage", recent, voltage),
        tile(now, Metric.CURRENT, "arrows-vertical", "current", recent, Gauge.current(now)),
        tile(now, Metric.POWER, "activity-heartbeat", "power", recent, Optional.empty()),
        tile(now, Metric.TEMPERATURE_MAX, "temperature", "temperature", recent, temperature));
  }

  private static Tile tile(
      BatteryNow now,
      Metric metric,
      String icon,
      String format,
      Map<Metric, Spark> recent,
      Optional<Gauge> gauge) {
    return new Tile(metric, icon, format, now.value(metric), recent.get(metric), gauge);
  }
}
