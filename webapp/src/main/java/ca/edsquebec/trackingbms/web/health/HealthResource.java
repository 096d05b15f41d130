package ca.edsquebec.trackingbms.web.health;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Up or not, and no more: anybody may ask. */
@Path("api/v1/health")
@OpenToAll
public final class HealthResource {

  /** The answer. */
  public record Health(String status, String version) {}

  private final RegistryDatabase registry;

  @Inject
  public HealthResource(RegistryDatabase registry) {
    this.registry = registry;
  }

  /**
   * @throws UnavailableException when the database is gone
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Health health() {
    registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement()) {
            return statement.execute("SELECT 1 FROM " + db + ".tenant LIMIT 1");
          }
        });
    return new Health("up", Version.TEXT);
  }
}
