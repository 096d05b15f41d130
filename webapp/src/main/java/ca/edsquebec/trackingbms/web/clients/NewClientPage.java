package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Founding;
import ca.edsquebec.trackingbms.identity.NewClient;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.client.RetentionForm;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.PeriodText;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.glassfish.jersey.server.mvc.Viewable;

/** Where a client is made. */
@Path("platform/clients/new")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class NewClientPage {

  private static final List<String> FIELDS =
      List.of("name", "client", "displayName", "email", "retention");

  /**
   * @param installationPeriod what holds for clients without a period of their own, in words
   */
  public record View(Form form, String installationPeriod) {}

  private final Founding founding;
  private final RetentionPeriods periods;
  private final Tenants tenants;

  @Inject
  public NewClientPage(Founding founding, RetentionPeriods periods, Tenants tenants) {
    this.founding = founding;
    this.periods = periods;
    this.tenants = tenants;
  }

  @GET
  public Viewable show(@Context Visit visit) {
    return page(Form.empty().with("language", "fr").with("retentionUnit", "years"), visit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(
      MultivaluedMap<String, String> sent, @Context Actor by, @Context Visit visit) {
    Form form = Form.of(sent);
    try {
      NewClient wish = wish(form);
      founding.found(by, wish);
      return Response.seeOther(
              URI.create(visit.path("/platform/clients/" + wish.id() + "?done=made")))
          .build();
    } catch (InvalidException refused) {
      if (!FIELDS.contains(refused.field())) {
        throw refused;
      }
      String why = visit.texts().of("clients.wrong." + word(refused, form));
      return Response.status(400).entity(page(form.wrong(refused.field(), why), visit)).build();
    }
  }

  private static NewClient wish(Form form) {
    return new NewClient(
        new TenantId(form.value("client")),
        form.value("name"),
        form.value("email"),
        form.value("displayName"),
        form.value("language").equals("en") ? Locale.CANADA : Locale.CANADA_FRENCH,
        RetentionForm.read(form));
  }

  private String word(InvalidException refused, Form form) {
    return refused.field().equals("client") ? clientWord(form.value("client")) : refused.field();
  }

  private String clientWord(String slug) {
    try {
      boolean taken =
          tenants
              .find(new TenantId(slug))
              .filter(known -> known.status() != Tenant.Status.PROVISIONING)
              .isPresent();
      return taken ? "taken" : "reserved";
    } catch (InvalidException malformed) {
      return "client";
    }
  }

  private Viewable page(Form form, Visit visit) {
    return visit.page(
        "clients/new",
        new View(form, PeriodText.of(periods.ofInstallation().period(), visit.texts())));
  }
}
