package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignIn;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.identity.SignedIn;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The second step of signing in: a code of the authenticator, or one from paper. */
@Path("login/code")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class CodePage {

  private static final String VIEW = "signin/code";

  /**
   * @param next where to go then
   * @param backup true to ask for a code from paper
   * @param error key of the text that says what went wrong; empty when nothing did
   * @param minutes how long to wait when there were too many failures
   */
  public record Form(String next, boolean backup, String error, long minutes) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final BrowserSession browser;

  @Inject
  public CodePage(SignIn signIn, Sessions sessions, BrowserSession browser) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.browser = browser;
  }

  static URI address(Visit visit, String next) {
    return URI.create(
        visit.path("/login/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
  }

  @GET
  public Response show(
      @QueryParam("next") @DefaultValue("") String next,
      @QueryParam("backup") String backup,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    if (browser.step(request).isEmpty()) {
      return Response.seeOther(URI.create(visit.path("/login"))).build();
    }
    Form form = new Form(LocalPath.of(next), backup != null, "", 0);
    return Response.ok(visit.page(VIEW, form)).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response verify(
      MultivaluedMap<String, String> form,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    String target = LocalPath.of(FormFields.of(form, "next"));
    boolean backup = !FormFields.of(form, "backup").isEmpty();
    Optional<String> challenge = browser.step(request);
    if (challenge.isEmpty()) {
      return Response.seeOther(URI.create(visit.path("/login"))).build();
    }
    try {
      SignedIn in =
          signIn.finish(
              SessionKind.BROWSER,
              challenge.get(),
              FormFields.of(form, "code"),
              !FormFields.of(form, "trust").isEmpty(),
              browser.device(request));
      SignOutPage.end(sessions, browser, request, response);
      browser.keep(request, response, in);
      return Response.seeOther(URI.create(visit.path(target))).build();
    } catch (SignInRefused refused) {
      return again(visit, new Form(target, backup, "signin.code.refused", 0), 401);
    } catch (SignInThrottled throttled) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, throttled.retryAfter().toSeconds())));
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      return again(visit, new Form(target, backup, "signin.throttled", minutes), 429);
    }
  }

  private static Response again(Visit visit, Form form, int status) {
    return Response.status(status).entity(visit.page(VIEW, form)).build();
  }
}
