package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Whether there is somebody: asked by clients before they have shown a key, and told to all. */
@Path("influx")
@OpenToAll
public final class PingResource {

  /** Version 1, and 2: nothing. */
  @GET
  @Path("ping")
  public Response ping() {
    return Version.in(Response.noContent()).build();
  }

  /** Version 2. That our database is there says {@code /api/v1/health}. */
  @GET
  @Path("health")
  public Response health() {
    return json(
        Map.of(
            "name", "influxdb",
            "message", "ready for writes",
            "status", "pass",
            "checks", List.of(),
            "version", Version.NUMBER));
  }

  @GET
  @Path("ready")
  public Response ready() {
    return json(Map.of("status", "ready"));
  }

  private static Response json(Object body) {
    return Version.in(Response.ok(body, MediaType.APPLICATION_JSON_TYPE)).build();
  }
}
