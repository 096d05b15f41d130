package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.glassfish.jersey.server.mvc.Viewable;

/**
 * Asking for a link to set a new password. The answer, and when it comes, is the same whether there
 * is such an account.
 */
@Path("forgot")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class ForgotPage {

  private static final String VIEW = "signin/forgot";

  /**
   * @param done true when the link is on its way, if there is such an account
   */
  public record Page(Form form, boolean done) {}

  private final Passwords passwords;
  private final Background background;

  @Inject
  public ForgotPage(Passwords passwords, Background background) {
    this.passwords = passwords;
    this.background = background;
  }

  @GET
  public Viewable show(@QueryParam("done") String done, @Context Visit visit) {
    return visit.page(VIEW, new Page(Form.empty(), done != null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Form form = Form.of(sent);
    String email = form.value("email");
    String address = request.getRemoteAddr();
    if (email.isEmpty()) {
      form = form.wrong("email", visit.texts().of("forgot.missing"));
      return Response.status(400).entity(visit.page(VIEW, new Page(form, false))).build();
    }
    try {
      passwords.countAsked(address);
    } catch (SignInThrottled throttled) {
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      form = form.wrong("email", visit.texts().of("signin.throttled", minutes));
      return Response.status(429).entity(visit.page(VIEW, new Page(form, false))).build();
    }
    background.run("mailing a password link", () -> passwords.mailLink(email, address));
    return Response.seeOther(URI.create(visit.path("/forgot?done"))).build();
  }
}
