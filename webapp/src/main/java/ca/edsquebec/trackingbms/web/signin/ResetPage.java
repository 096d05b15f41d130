package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.net.URI;
import java.util.Optional;

/** Setting a new password by a link that was mailed. */
@Path("reset")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class ResetPage {

  private static final String VIEW = "signin/reset";

  /**
   * @param email whose link it is; empty when it is good no more
   */
  public record Page(Form form, String token, String email) {}

  private final Passwords passwords;

  @Inject
  public ResetPage(Passwords passwords) {
    this.passwords = passwords;
  }

  @GET
  public Response show(@QueryParam("token") @DefaultValue("") String token, @Context Visit visit) {
    return page(visit, Form.empty(), token, passwords.owner(token), 200);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Form form = Form.of(sent);
    String token = form.value("token");
    Optional<String> owner = passwords.owner(token);
    if (owner.isEmpty()) {
      return page(visit, form, token, owner, 400);
    }
    form = PasswordWords.judged(form, "password", visit.texts(), owner.get());
    if (form.isRefused()) {
      return page(visit, form, token, owner, 400);
    }
    try {
      passwords.reset(token, form.raw("password"), request.getRemoteAddr());
    } catch (NotFoundException usedMeanwhile) {
      return page(visit, form, token, Optional.empty(), 400);
    }
    return Response.seeOther(URI.create(visit.path("/login?reset"))).build();
  }

  private static Response page(
      Visit visit, Form form, String token, Optional<String> owner, int status) {
    return Response.status(owner.isPresent() ? status : 400)
        .entity(visit.page(VIEW, new Page(form, token, owner.orElse(""))))
        .build();
  }
}
