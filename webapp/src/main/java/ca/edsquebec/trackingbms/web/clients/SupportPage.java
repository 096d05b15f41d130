package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.SupportVisits;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Begins and ends looking as a client, in the session that asks for it. */
@Path("platform/visits")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class SupportPage {

  static final long USUAL_MINUTES = SupportVisits.USUAL.toMinutes();
  static final List<Integer> MINUTES = List.of(15, 30, 60, 120);

  private final SupportVisits visits;
  private final Tenants tenants;
  private final ClientView view;

  @Inject
  public SupportPage(SupportVisits visits, Tenants tenants, ClientView view) {
    this.visits = visits;
    this.tenants = tenants;
    this.view = view;
  }

  /** The form stands on the client's page; a refused one is shown here. */
  @GET
  public Response form(
      @QueryParam("client") @DefaultValue("") String slug,
      @Context UriInfo uri,
      @Context Visit visit) {
    Tenant client = Slugs.client(tenants, slug);
    return Response.seeOther(
            URI.create(
                visit.path("/platform/clients/" + client.id())
                    + "?"
                    + uri.getRequestUri().getRawQuery()))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      MultivaluedMap<String, String> sent,
      @Context SecurityContext security,
      @Context Actor by,
      @Context Visit visit) {
    Form form = Form.of(sent);
    Tenant client = Slugs.client(tenants, form.value("client"));
    try {
      visits.begin(by, person(security), client.id(), form.value("visitReason"), length(form));
      return Response.seeOther(URI.create(visit.path("/c/" + client.id()))).build();
    } catch (InvalidException refused) {
      String field = refused.field().equals("length") ? "minutes" : "visitReason";
      Form all =
          ClientView.stored(client)
              .with("visitReason", form.value("visitReason"))
              .with("minutes", form.value("minutes"))
              .wrong(field, visit.texts().of("clients.wrong.visit." + refused.field()));
      return Response.status(400).entity(view.page(client, all, "", visit)).build();
    }
  }

  @POST
  @Path("end")
  public Response end(@Context SecurityContext security, @Context Actor by, @Context Visit visit) {
    Principal.User person = person(security);
    visits.end(by, person);
    String client = person.visit().map(one -> "/" + one.tenant() + "?done=visit-ended").orElse("");
    return Response.seeOther(URI.create(visit.path("/platform/clients" + client))).build();
  }

  private static Principal.User person(SecurityContext security) {
    return (Principal.User) ((CallerPrincipal) security.getUserPrincipal()).principal();
  }

  private static Duration length(Form form) {
    String minutes = form.value("minutes");
    if (!minutes.matches("\\d{1,6}")) {
      throw new InvalidException("length", "\"" + minutes + "\" is no number of minutes");
    }
    return Duration.ofMinutes(Integer.parseInt(minutes));
  }
}
