package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewMember;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.glassfish.jersey.server.mvc.Viewable;

/** Asking people by mail to join a client; those who have not answered stand in its list. */
@Path("c/{client}/admin/invitations")
@Requires(Permission.MANAGE_USERS)
@Produces(MediaType.TEXT_HTML)
public final class InvitationsPage {

  private static final String VIEW = "people/invite";

  /** The form, and what it may give. */
  public record Invite(Form form, RightsOffer offer) {}

  private final Invitations invitations;
  private final PeopleList people;
  private final Roles roles;
  private final Fleet fleet;
  private final BatteryDirectory directory;

  @Inject
  public InvitationsPage(
      Invitations invitations,
      Members members,
      Roles roles,
      Fleet fleet,
      BatteryDirectory directory) {
    this.invitations = invitations;
    this.people = new PeopleList(members, invitations, fleet, directory);
    this.roles = roles;
    this.fleet = fleet;
    this.directory = directory;
  }

  @GET
  @Path("new")
  public Viewable form(@Context Caller caller, @Context Visit visit) {
    Form form =
        Form.empty()
            .with("role", Role.USER.id())
            .with("scope", ScopeNames.word(caller.membership().access().kind()))
            .with("language", visit.texts().locale().getLanguage());
    return visit.page(VIEW, new Invite(form, offer(caller)));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invite(
      MultivaluedMap<String, String> sent, @Context Caller caller, @Context Visit visit) {
    RightsOffer offer = offer(caller);
    Form form = judged(Form.of(sent), offer, visit);
    int status = 400;
    if (!form.isRefused()) {
      try {
        invitations.invite(
            caller.actor(), caller.membership(), caller.tenant(), wish(form, offer.chosen(form)));
        return done(visit, "invited");
      } catch (InvalidException refused) {
        form = wrong(form, refused, visit);
      } catch (RightsRefused beyond) {
        form = form.wrong("email", visit.texts().of("people.invite-beyond"));
      } catch (TooSoonException often) {
        form = form.wrong("email", often(often, visit));
        status = 429;
      }
    }
    return Response.status(status).entity(visit.page(VIEW, new Invite(form, offer))).build();
  }

  private static NewMember wish(Form form, Membership given) {
    Locale locale = form.has("language", "en") ? Locale.CANADA : Locale.CANADA_FRENCH;
    return new NewMember(form.value("email"), form.value("name"), given, locale);
  }

  private static Form wrong(Form form, InvalidException refused, Visit visit) {
    return refused.field().equals("displayName")
        ? form.wrong("name", visit.texts().of("people.invite-link"))
        : form.wrong("email", visit.texts().of("people.invite-refused"));
  }

  private static String often(TooSoonException often, Visit visit) {
    return visit.texts().of("people.invite-often", often.minutes());
  }

  private static Form judged(Form sent, RightsOffer offer, Visit visit) {
    Form form = sent;
    if (form.value("email").isEmpty()) {
      form = form.wrong("email", visit.texts().of("forgot.missing"));
    }
    if (form.value("name").isEmpty() || form.value("name").length() > 120) {
      form = form.wrong("name", visit.texts().of("account.name.refused"));
    }
    return offer.judged(form, visit.texts());
  }

  @POST
  @Path("{invitation}/send-again")
  public Response sendAgain(
      @PathParam("invitation") long id, @Context Caller caller, @Context Visit visit) {
    return tried(
        "sent-again",
        () -> invitations.sendAgain(caller.actor(), caller.membership(), caller.tenant(), id),
        caller,
        visit);
  }

  @POST
  @Path("{invitation}/withdraw")
  public Response withdraw(
      @PathParam("invitation") long id, @Context Caller caller, @Context Visit visit) {
    return tried(
        "withdrawn",
        () -> invitations.withdraw(caller.actor(), caller.membership(), caller.tenant(), id),
        caller,
        visit);
  }

  private Response tried(String done, Runnable change, Caller caller, Visit visit) {
    try {
      change.run();
      return done(visit, done);
    } catch (RightsRefused beyond) {
      String why = Refusals.text(beyond, visit.texts());
      return Response.status(400).entity(people.refused(why, caller, visit)).build();
    } catch (TooSoonException often) {
      return Response.status(429)
          .entity(people.refused(often(often, visit), caller, visit))
          .build();
    }
  }

  private RightsOffer offer(Caller caller) {
    return RightsOffer.of(roles, new ScopeNames(fleet, directory, caller.viewer()), caller);
  }

  private static Response done(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/users?done=" + done))).build();
  }
}
