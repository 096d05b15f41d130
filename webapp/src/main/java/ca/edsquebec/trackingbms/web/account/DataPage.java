package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.ErasureRefused;
import ca.edsquebec.trackingbms.identity.PersonErasure;
import ca.edsquebec.trackingbms.identity.PersonExport;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.people.ErasureWords;
import ca.edsquebec.trackingbms.web.people.PersonDownload;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * What is kept about the person who asks, to take along or to have erased. Both ask for the
 * password: a browser that was left open gives neither.
 */
@Path("account/data")
@RequiresSignIn
@Produces(MediaType.TEXT_HTML)
public final class DataPage {

  private static final String EXPORT = "password";
  private static final String ERASE = "erasePassword";

  /** What the page shows. */
  public record View(String email, Form form) {}

  private final PersonExport export;
  private final PersonErasure erasure;
  private final Tenants tenants;
  private final BrowserSession browser;

  @Inject
  public DataPage(
      PersonExport export, PersonErasure erasure, Tenants tenants, BrowserSession browser) {
    this.export = export;
    this.erasure = erasure;
    this.tenants = tenants;
    this.browser = browser;
  }

  @GET
  public Response show(@Context HttpServletRequest request, @Context Visit visit) {
    return page(Person.of(request), Form.empty(), visit, 200);
  }

  @POST
  @Path("export")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  public Response export(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    Form form = Form.of(sent);
    try {
      return PersonDownload.of(
          export.own(person.actor(), person.id(), form.raw(EXPORT), browser.device(request)),
          person.id());
    } catch (SignInRefused | SignInThrottled refused) {
      return refused(person, form, EXPORT, refused, visit);
    }
  }

  @POST
  @Path("erase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response erase(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    Person person = Person.of(request);
    Form form = Form.of(sent);
    try {
      erasure.own(
          person.actor(),
          person.id(),
          form.raw(ERASE),
          form.value("confirmation"),
          browser.device(request));
    } catch (SignInRefused | SignInThrottled refused) {
      return refused(person, form, ERASE, refused, visit);
    } catch (InvalidException otherAddress) {
      String why = visit.texts().of("person.confirmation-wrong", person.user().email());
      return page(person, form.wrong("confirmation", why), visit, 400);
    } catch (ErasureRefused last) {
      String why = ErasureWords.text(last, tenants, visit.texts());
      return page(person, form.wrong("confirmation", why), visit, 400);
    }
    browser.forget(request, response);
    return Response.ok(visit.page("account/erased", person.user().email())).build();
  }

  private static Response refused(
      Person person, Form form, String field, RuntimeException refused, Visit visit) {
    if (refused instanceof SignInThrottled throttled) {
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      return page(
          person, form.wrong(field, visit.texts().of("signin.throttled", minutes)), visit, 429);
    }
    return page(person, form.wrong(field, visit.texts().of("account.current.refused")), visit, 400);
  }

  private static Response page(Person person, Form form, Visit visit, int status) {
    View view = new View(person.user().email(), form);
    return Response.status(status)
        .type(MediaType.TEXT_HTML)
        .entity(visit.page("account/data", view))
        .build();
  }
}
