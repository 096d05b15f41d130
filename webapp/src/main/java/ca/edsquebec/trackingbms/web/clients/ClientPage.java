package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.identity.FactorPolicy;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.glassfish.jersey.server.mvc.Viewable;

/** One client as the platform holds it: what it may have, and whether it goes on. */
@Path("platform/clients/{slug}")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class ClientPage {

  private static final int MOST_GRACE_DAYS = 365;

  private final Tenants tenants;
  private final Quotas quotas;
  private final Standing standing;
  private final FactorPolicy factor;
  private final ClientView view;

  @Inject
  public ClientPage(
      Tenants tenants, Quotas quotas, Standing standing, FactorPolicy factor, ClientView view) {
    this.tenants = tenants;
    this.quotas = quotas;
    this.standing = standing;
    this.factor = factor;
    this.view = view;
  }

  @GET
  public Viewable show(
      @PathParam("slug") String slug,
      @QueryParam("done") @DefaultValue("") String done,
      @Context Visit visit) {
    Tenant client = Slugs.client(tenants, slug);
    return view.page(client, ClientView.stored(client), done, visit);
  }

  @POST
  @Path("quotas")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response quotas(
      @PathParam("slug") String slug,
      MultivaluedMap<String, String> sent,
      @Context Actor by,
      @Context Visit visit) {
    Form form = Form.of(sent);
    return tried(
        slug,
        form,
        "quotas",
        "quota",
        client -> quotas.set(by, client.id(), QuotaForm.read(form)),
        visit);
  }

  @POST
  @Path("suspend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response suspend(
      @PathParam("slug") String slug,
      MultivaluedMap<String, String> sent,
      @Context Actor by,
      @Context Visit visit) {
    Form form = Form.of(sent);
    return tried(
        slug,
        form,
        "suspended",
        "suspend",
        client -> standing.suspend(by, client.id(), reason(form, "suspendReason")),
        visit);
  }

  @POST
  @Path("lift")
  public Response lift(@PathParam("slug") String slug, @Context Actor by, @Context Visit visit) {
    return tried(
        slug, Form.empty(), "lifted", "lift", client -> standing.lift(by, client.id()), visit);
  }

  @POST
  @Path("delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response delete(
      @PathParam("slug") String slug,
      MultivaluedMap<String, String> sent,
      @Context Actor by,
      @Context Visit visit) {
    Form form = Form.of(sent);
    return tried(
        slug,
        form,
        "deleting",
        "delete",
        client ->
            standing.markForDeletion(
                by, client.id(), reason(form, "deleteReason"), grace(form), false),
        visit);
  }

  @POST
  @Path("restore")
  public Response restore(@PathParam("slug") String slug, @Context Actor by, @Context Visit visit) {
    return tried(
        slug,
        Form.empty(),
        "restored",
        "restore",
        client -> standing.restore(by, client.id()),
        visit);
  }

  @POST
  @Path("factor")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response factor(
      @PathParam("slug") String slug,
      MultivaluedMap<String, String> sent,
      @Context Actor by,
      @Context Visit visit) {
    Form form = Form.of(sent);
    return tried(
        slug,
        form,
        "factor",
        "factor",
        client -> factor.require(by, client.id(), form.has("required", "true")),
        visit);
  }

  /** Does it, or shows the page again with what was refused at the field that it is about. */
  private Response tried(
      String slug, Form form, String done, String step, Consumer<Tenant> change, Visit visit) {
    Tenant client = Slugs.client(tenants, slug);
    try {
      change.accept(client);
      return Response.seeOther(
              URI.create(visit.path("/platform/clients/" + client.id() + "?done=" + done)))
          .build();
    } catch (InvalidException refused) {
      Form all = ClientView.stored(client);
      for (String field : form.values().keySet()) {
        all = all.with(field, form.chosen(field).toArray(String[]::new));
      }
      Form wrong = all.wrong(field(refused, step), why(refused, step, visit));
      return Response.status(400).entity(view.page(client, wrong, "", visit)).build();
    }
  }

  private static String field(InvalidException refused, String step) {
    return switch (refused.field()) {
      case "reason" -> step + "Reason";
      case "client", "export" -> "standing";
      default -> refused.field();
    };
  }

  private static String why(InvalidException refused, String step, Visit visit) {
    return visit
        .texts()
        .of(
            switch (refused.field()) {
              case "reason" -> "clients.wrong.reason";
              case "grace" -> "clients.wrong.grace";
              case "export" -> "clients.wrong.export";
              case "client" -> "clients.wrong.step." + step;
              default -> "clients.wrong.quota";
            });
  }

  private static String reason(Form form, String field) {
    if (form.value(field).isEmpty()) {
      throw new InvalidException("reason", "a client is held for a reason");
    }
    return form.value(field);
  }

  private static Duration grace(Form form) {
    String days = form.value("grace");
    if (!days.matches("\\d{1,3}")
        || Integer.parseInt(days) < 1
        || Integer.parseInt(days) > MOST_GRACE_DAYS) {
      throw new InvalidException("grace", "1 to " + MOST_GRACE_DAYS + " days, not " + days);
    }
    return Duration.ofDays(Integer.parseInt(days));
  }
}
