package ca.edsquebec.trackingbms.web.client;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Accent;
import ca.edsquebec.trackingbms.client.Keeping;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.client.QuotaUse;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.identity.FactorPolicy;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.Picture;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.PeriodText;
import ca.edsquebec.trackingbms.web.page.Upload;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** Where a client's administrator says what it is called, looks like, and keeps. */
@Path("c/{client}/admin/settings")
@Requires(Permission.MANAGE_CLIENT)
@Produces(MediaType.TEXT_HTML)
public final class SettingsPage {

  private static final Set<String> DONE = Set.of("saved", "logo", "no-logo", "kept", "factor");

  private final Looks looks;
  private final Quotas quotas;
  private final RetentionPeriods periods;
  private final FactorPolicy factorPolicy;
  private final Keeping keeping;

  /**
   * The page.
   *
   * @param suggestion a colour that would do in the place of a refused one; empty for none
   * @param factorRequired whether the client's people must have a second factor
   * @param installationPeriod what holds for clients without a period of their own, in words
   * @param done what was just done; empty for nothing
   */
  public record View(
      Tenant client,
      Form form,
      String suggestion,
      QuotaUse use,
      boolean factorRequired,
      String installationPeriod,
      String done) {}

  @Inject
  public SettingsPage(
      Looks looks,
      Quotas quotas,
      RetentionPeriods periods,
      FactorPolicy factorPolicy,
      Keeping keeping) {
    this.looks = looks;
    this.quotas = quotas;
    this.periods = periods;
    this.factorPolicy = factorPolicy;
    this.keeping = keeping;
  }

  @GET
  public Viewable show(
      @QueryParam("done") @DefaultValue("") String done,
      @Context Caller caller,
      @Context Visit visit) {
    return page(visit, current(visit, caller), "", DONE.contains(done) ? done : "");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Form form = Form.of(sent);
    String colour = form.value("accent").toLowerCase(Locale.ROOT);
    String suggestion = "";
    try {
      Optional<Accent> accent =
          colour.isEmpty() ? Optional.empty() : Optional.of(new Accent(colour));
      looks.change(by, caller.tenant(), form.value("name"), accent);
      return to(visit, "saved");
    } catch (InvalidException e) {
      boolean tooLight = e.field().equals("accent") && colour.matches("#[0-9a-f]{6}");
      suggestion = tooLight ? Accent.darkEnough(colour) : "";
      String wrong = tooLight ? "accent-light" : e.field().equals("accent") ? "accent" : "name";
      form =
          form.wrong(
              e.field().equals("accent") ? "accent" : "name",
              visit.texts().of("settings.wrong." + wrong, suggestion));
    }
    return refused(page(visit, form, suggestion, ""));
  }

  /** Not a parameter of the method: a picture is larger than forms may be. */
  @POST
  @Path("logo")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response logo(
      @Context ContainerRequestContext request,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by)
      throws IOException {
    try {
      byte[] file =
          Upload.file(request.getMediaType(), request.getEntityStream(), "logo", Picture.MAX_BYTES);
      looks.setLogo(by, caller.tenant(), Picture.read("logo", file));
    } catch (InvalidException e) {
      Form form =
          current(visit, caller)
              .wrong("logo", visit.texts().of("settings.wrong.logo", Looks.MAX_LOGO_SIDE));
      return refused(page(visit, form, "", ""));
    }
    return to(visit, "logo");
  }

  @POST
  @Path("no-logo")
  public Response noLogo(@Context Caller caller, @Context Visit visit, @Context Actor by) {
    looks.removeLogo(by, caller.tenant());
    return to(visit, "no-logo");
  }

  @POST
  @Path("retention")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retention(
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Form form = Form.of(sent);
    try {
      keeping.change(by, caller.tenant(), RetentionForm.read(form));
    } catch (InvalidException e) {
      Form shown =
          current(visit, caller)
              .with("retention", form.value("retention"))
              .with("retentionUnit", form.value("retentionUnit"))
              .wrong("retention", visit.texts().of("settings.wrong.retention"));
      return refused(page(visit, shown, "", ""));
    }
    return to(visit, "kept");
  }

  private Form current(Visit visit, Caller caller) {
    Tenant client = visit.client();
    Form look =
        Form.empty().with("name", client.name()).with("accent", client.look().accent().orElse(""));
    return RetentionForm.filled(look, periods.own(caller.tenant()));
  }

  private Viewable page(Visit visit, Form form, String suggestion, String done) {
    Tenant client = visit.client();
    return visit.page(
        "admin/settings",
        new View(
            client,
            form,
            suggestion,
            quotas.use(client.id()),
            factorPolicy.isRequired(client.id()),
            PeriodText.of(periods.ofInstallation().period(), visit.texts()),
            done));
  }

  private static Response refused(Viewable page) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
  }

  static Response to(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/settings?done=" + done))).build();
  }
}
