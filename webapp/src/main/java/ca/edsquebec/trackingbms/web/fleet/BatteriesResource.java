package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryQuery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Page;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
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

/** The batteries that the caller may see. */
@Path("api/v1/batteries")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class BatteriesResource {

  private final Fleet fleet;
  private final CustomFields fields;
  private final LatestState latest;
  private final Freshness freshness;

  @Inject
  public BatteriesResource(
      Fleet fleet, CustomFields fields, LatestState latest, Freshness freshness) {
    this.fleet = fleet;
    this.fields = fields;
    this.latest = latest;
    this.freshness = freshness;
  }

  @GET
  public PageJson<BatteryJson> list(
      @QueryParam("type") String type,
      @QueryParam("place") String place,
      @QueryParam("chemistry") String chemistry,
      @QueryParam("status") String status,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("sort") @DefaultValue("code") String sort,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size,
      @Context Caller caller) {
    boolean descending = sort.startsWith("-");
    BatteryQuery query =
        new BatteryQuery(
            Optional.ofNullable(type),
            Optional.ofNullable(place),
            Optional.ofNullable(chemistry)
                .map(c -> Parameters.choice("chemistry", Chemistry.class, c)),
            Optional.ofNullable(status)
                .map(s -> Parameters.choice("status", BatteryStatus.class, s)),
            text,
            Parameters.choice(
                "sort", BatteryQuery.Sort.class, descending ? sort.substring(1) : sort),
            descending,
            Parameters.number("page", page),
            Parameters.number("size", size));
    Page<Battery> found = fleet.batteries(caller.viewer(), query);
    Map<Long, Latest> newest = latest.all(caller.viewer());
    List<CustomField> ofClient = fields.active(caller.viewer());
    return new PageJson<>(
        found.items().stream()
            .map(b -> BatteryJson.of(b, ofClient, freshness.of(b, newest.get(b.id()))))
            .toList(),
        found.page(),
        found.size(),
        found.total());
  }

  @GET
  @Path("{id}")
  public BatteryJson one(@PathParam("id") String uid, @Context Caller caller) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Latest newest = latest.latest(caller.viewer(), battery.id()).orElse(null);
    return BatteryJson.of(battery, fields.active(caller.viewer()), freshness.of(battery, newest));
  }
}
