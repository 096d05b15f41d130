package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.glassfish.jersey.server.mvc.Viewable;

/** All clients of the installation, whatever their state. */
@Path("platform/clients")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class ClientsPage {

  /** What the page shows. */
  public record Clients(List<ClientRow> rows) {}

  private final Tenants tenants;
  private final Quotas quotas;
  private final RetentionPeriods periods;

  @Inject
  public ClientsPage(Tenants tenants, Quotas quotas, RetentionPeriods periods) {
    this.tenants = tenants;
    this.quotas = quotas;
    this.periods = periods;
  }

  @GET
  public Viewable list(@Context Visit visit) {
    List<ClientRow> rows =
        tenants.list().stream()
            .map(client -> ClientRow.of(client, quotas, periods, visit.texts()))
            .toList();
    return visit.page("clients/clients", new Clients(rows));
  }
}
