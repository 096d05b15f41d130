package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The types and places under which the caller's batteries are arranged. */
@Path("api/v1")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class HierarchyResource {

  private final Fleet fleet;

  @Inject
  public HierarchyResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Path("types")
  public PageJson<BatteryJson.Named> types(@Context Caller caller) {
    return whole(
        fleet.types(caller.viewer()).stream()
            .map(type -> new BatteryJson.Named(type.uid(), type.name()))
            .toList());
  }

  @GET
  @Path("places")
  public PageJson<PlaceJson> places(@Context Caller caller) {
    return whole(fleet.places(caller.viewer()).stream().map(PlaceJson::of).toList());
  }

  private static <T> PageJson<T> whole(List<T> items) {
    return new PageJson<>(items, 1, items.size(), items.size());
  }
}
