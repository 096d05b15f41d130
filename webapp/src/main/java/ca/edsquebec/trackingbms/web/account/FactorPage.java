package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.Device;
import ca.edsquebec.trackingbms.identity.Enrolment;
import ca.edsquebec.trackingbms.identity.FactorState;
import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.identity.SecondFactor;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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

/** Setting up the second factor, and turning it off. */
@Path("account/second-factor")
@RequiresSignIn
@Produces(MediaType.TEXT_HTML)
public final class FactorPage {

  private static final String VIEW = "account/second-factor";

  /** What a form asks for, and gives back codes. */
  private interface Attempt {
    List<String> with(Person person, String code, Device device);
  }

  private final SecondFactor factor;
  private final Passwords passwords;
  private final BrowserSession browser;

  @Inject
  public FactorPage(SecondFactor factor, Passwords passwords, BrowserSession browser) {
    this.factor = factor;
    this.passwords = passwords;
    this.browser = browser;
  }

  @GET
  public Response show(@Context HttpServletRequest request, @Context Visit visit) {
    return page(visit, Person.of(request), Form.empty(), List.of(), 200);
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    String password = Form.of(sent).raw("password");
    return attempt(
        sent,
        request,
        visit,
        (person, code, device) ->
            passwords.turnFactorOn(person.actor(), person.id(), password, code, device));
  }

  @POST
  @Path("codes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response renewCodes(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    return attempt(
        sent,
        request,
        visit,
        (person, code, device) -> factor.newBackupCodes(person.actor(), person.id(), code, device));
  }

  @POST
  @Path("off")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response turnOff(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    String password = Form.of(sent).raw("password");
    return attempt(
        sent,
        request,
        visit,
        (person, code, device) -> {
          passwords.turnFactorOff(person.actor(), person.id(), password, code, device);
          return List.of();
        });
  }

  private Response attempt(
      MultivaluedMap<String, String> sent,
      HttpServletRequest request,
      Visit visit,
      Attempt attempt) {
    Person person = Person.of(request);
    Form form = Form.of(sent);
    try {
      List<String> codes = attempt.with(person, form.value("code"), browser.device(request));
      return codes.isEmpty()
          ? Response.seeOther(URI.create(visit.path("/account?done=factor-off"))).build()
          : page(visit, person, Form.empty(), codes, 200);
    } catch (InvalidException wrongCode) {
      return page(
          visit,
          person,
          form.wrong("code", visit.texts().of("signin.code.refused")),
          List.of(),
          400);
    } catch (SignInRefused wrongPassword) {
      return page(
          visit,
          person,
          form.wrong("password", visit.texts().of("account.current.refused")),
          List.of(),
          400);
    } catch (SignInThrottled throttled) {
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      return page(
          visit,
          person,
          form.wrong("code", visit.texts().of("signin.throttled", minutes)),
          List.of(),
          429);
    }
  }

  private Response page(Visit visit, Person person, Form form, List<String> codes, int status) {
    FactorState state = factor.state(person.id());
    String key = "";
    QrDrawing qr = null;
    if (!state.on()) {
      Enrolment begun = factor.begin(person.id());
      key = begun.key();
      qr = QrDrawing.of(begun.uri());
    }
    return Response.status(status)
        .entity(visit.page(VIEW, new FactorView(state, form, key, qr, codes)))
        .build();
  }
}
