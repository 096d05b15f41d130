package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.FactorAsked;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignIn;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInStep;
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
import org.glassfish.jersey.server.mvc.Viewable;

/** Signing in by a form. */
@Path("login")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class SignInPage {

  private static final String VIEW = "signin/signin";

  /**
   * @param email as typed, so that it need not be typed again
   * @param next where to go then
   * @param error key of the text that says what went wrong; empty when nothing did
   * @param minutes how long to wait when there were too many failures
   * @param notice key of the text that says what was done; empty when nothing was
   */
  public record Form(String email, String next, String error, long minutes, String notice) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final BrowserSession browser;

  @Inject
  public SignInPage(SignIn signIn, Sessions sessions, BrowserSession browser) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.browser = browser;
  }

  @GET
  public Viewable show(
      @QueryParam("next") @DefaultValue("") String next,
      @QueryParam("out") String out,
      @QueryParam("reset") String reset,
      @QueryParam("joined") String joined,
      @Context Visit visit) {
    return visit.page(VIEW, new Form("", LocalPath.of(next), "", 0, notice(out, reset, joined)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      MultivaluedMap<String, String> form,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    String email = FormFields.of(form, "email");
    String password = FormFields.of(form, "password");
    String target = LocalPath.of(FormFields.of(form, "next"));
    if (email.isBlank() || password.isEmpty()) {
      return again(visit, new Form(email, target, "signin.missing", 0, ""), 400);
    }
    try {
      SignInStep step = signIn.begin(SessionKind.BROWSER, email, password, browser.device(request));
      if (step instanceof FactorAsked asked) {
        browser.awaitCode(request, response, asked.challenge());
        return Response.seeOther(CodePage.address(visit, target)).build();
      }
      // Whoever signs in over a session ends it: another tab must not go on as somebody else.
      SignOutPage.end(sessions, browser, request, response);
      browser.keep(request, response, (SignedIn) step);
      return Response.seeOther(URI.create(visit.path(target))).build();
    } catch (SignInRefused refused) {
      return again(visit, new Form(email, target, "signin.refused", 0, ""), 401);
    } catch (SignInThrottled throttled) {
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, throttled.retryAfter().toSeconds())));
      return again(visit, new Form(email, target, "signin.throttled", minutes, ""), 429);
    }
  }

  private static String notice(String out, String reset, String joined) {
    if (joined != null) {
      return "signin.joined";
    }
    if (reset != null) {
      return "signin.reset";
    }
    return out == null ? "" : "signin.out";
  }

  private static Response again(Visit visit, Form form, int status) {
    return Response.status(status).entity(visit.page(VIEW, form)).build();
  }
}
