package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Offer;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
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

/** Joining a client by a link that was mailed. */
@Path("invitation")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class InvitationPage {

  private static final String VIEW = "signin/invitation";

  /**
   * @param offer null when the link is good no more
   * @param signedIn whether the invited person is the one who looks at it
   */
  public record Page(Form form, String token, Offer offer, boolean signedIn) {}

  private final Invitations invitations;

  @Inject
  public InvitationPage(Invitations invitations) {
    this.invitations = invitations;
  }

  @GET
  public Response show(
      @QueryParam("token") @DefaultValue("") String token,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Optional<Offer> offer = invitations.find(token);
    Form form =
        offer.map(found -> Form.empty().with("name", found.displayName())).orElse(Form.empty());
    return page(visit, request, form, token, offer, 200);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response accept(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Form form = Form.of(sent);
    String token = form.value("token");
    Optional<Offer> offer = invitations.find(token);
    if (offer.isEmpty()) {
      return page(visit, request, form, token, offer, 400);
    }
    return offer.get().hasAccount()
        ? join(visit, request, token, offer.get())
        : create(visit, request, form, offer.get());
  }

  private Response join(Visit visit, HttpServletRequest request, String token, Offer offer) {
    Optional<Principal.User> person = person(request);
    if (person.isEmpty()) {
      String back = "/invitation?token=" + token;
      return Response.seeOther(URI.create(visit.path("/login?next=" + visit.encoded(back))))
          .build();
    }
    try {
      invitations.join(person.get(), token, request.getRemoteAddr());
    } catch (NotFoundException notTheirs) {
      return page(visit, request, Form.empty(), token, Optional.empty(), 400);
    } catch (QuotaException full) {
      return full(visit, request, Form.empty(), token, offer);
    }
    return Response.seeOther(URI.create(visit.path("/c/" + offer.tenant().slug()))).build();
  }

  private Response create(Visit visit, HttpServletRequest request, Form sent, Offer offer) {
    String token = sent.value("token");
    Form form =
        PasswordWords.judged(sent, "password", visit.texts(), offer.email(), sent.value("name"));
    if (form.isRefused()) {
      return page(visit, request, form, token, Optional.of(offer), 400);
    }
    try {
      invitations.accept(token, form.value("name"), form.raw("password"), request.getRemoteAddr());
    } catch (InvalidException refused) {
      Form again = form.wrong("name", visit.texts().of("account.name.refused"));
      return page(visit, request, again, token, Optional.of(offer), 400);
    } catch (NotFoundException usedMeanwhile) {
      return page(visit, request, form, token, Optional.empty(), 400);
    } catch (QuotaException full) {
      return full(visit, request, form, token, offer);
    }
    return Response.seeOther(URI.create(visit.path("/login?joined"))).build();
  }

  private static Response full(
      Visit visit, HttpServletRequest request, Form form, String token, Offer offer) {
    Form refused = form.wrong("token", visit.texts().of("invitation.full"));
    return page(visit, request, refused, token, Optional.of(offer), 409);
  }

  private static Response page(
      Visit visit,
      HttpServletRequest request,
      Form form,
      String token,
      Optional<Offer> offer,
      int status) {
    boolean signedIn =
        offer.isPresent()
            && person(request).filter(who -> who.email().equals(offer.get().email())).isPresent();
    return Response.status(offer.isPresent() ? status : 400)
        .entity(visit.page(VIEW, new Page(form, token, offer.orElse(null), signedIn)))
        .build();
  }

  private static Optional<Principal.User> person(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerPrincipal known
            && known.principal() instanceof Principal.User user
        ? Optional.of(user)
        : Optional.empty();
  }
}
