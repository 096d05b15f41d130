package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Invitation;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** The people of a client. */
@Path("c/{client}/admin/users")
@Requires(Permission.MANAGE_USERS)
@Produces(MediaType.TEXT_HTML)
public final class UsersPage {

  private static final String LIST = "people/users";
  private static final String PERSON = "people/user";
  private static final Set<String> DONE =
      Set.of("changed", "deactivated", "invited", "reactivated", "sent-again", "withdrawn");

  /**
   * @param invited those who have not answered yet
   * @param done what was done just before; empty when nothing was
   * @param refused why it was not; empty when it was
   */
  public record People(
      List<PersonRow> rows, List<InvitedRow> invited, String done, String refused) {}

  /**
   * @param form what is chosen of both
   * @param roles those that may be given
   */
  public record Person(PersonRow row, Form form, List<Role> roles, ScopePicker scopes) {}

  private final Members members;
  private final Invitations invitations;
  private final Roles roles;
  private final Fleet fleet;
  private final BatteryDirectory directory;

  @Inject
  public UsersPage(
      Members members,
      Invitations invitations,
      Roles roles,
      Fleet fleet,
      BatteryDirectory directory) {
    this.members = members;
    this.invitations = invitations;
    this.roles = roles;
    this.fleet = fleet;
    this.directory = directory;
  }

  @GET
  public Viewable list(
      @QueryParam("done") String done, @Context Caller caller, @Context Visit visit) {
    return list(done != null && DONE.contains(done) ? done : "", "", caller, visit);
  }

  private Viewable list(String done, String refused, Caller caller, Visit visit) {
    ScopeNames names = names(caller);
    Map<Long, Long> sessions = members.openSessions(caller.tenant());
    List<PersonRow> rows =
        members.list(caller.tenant()).stream()
            .map(
                member -> row(member, sessions.getOrDefault(member.id(), 0L), names, caller, visit))
            .toList();
    List<InvitedRow> invited =
        invitations.list(caller.tenant()).stream()
            .map(invitation -> row(invitation, names, caller, visit))
            .toList();
    return visit.page(LIST, new People(rows, invited, done, refused));
  }

  private static InvitedRow row(
      Invitation invitation, ScopeNames names, Caller caller, Visit visit) {
    Membership given = invitation.membership();
    return new InvitedRow(
        invitation,
        visit.roleName(given.role()),
        names.text(given.access(), visit.texts()),
        caller.membership().includes(given),
        invitation.expiresAt().toEpochMilli() <= visit.now());
  }

  @GET
  @Path("{user}")
  public Viewable show(@PathParam("user") long user, @Context Caller caller, @Context Visit visit) {
    Member member = members.get(caller.tenant(), user);
    Form form = ScopePicker.with(Form.empty().with("role", member.role().id()), member.access());
    return person(member, form, caller, visit);
  }

  @POST
  @Path("{user}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("user") long user,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit) {
    Member member = members.get(caller.tenant(), user);
    RightsOffer offer = RightsOffer.of(roles, names(caller), caller);
    Form form = offer.judged(Form.of(sent), visit.texts());
    if (!form.isRefused()) {
      try {
        members.change(
            caller.actor(), caller.membership(), caller.tenant(), user, offer.chosen(form));
        return done(visit, "changed");
      } catch (RightsRefused refused) {
        form = form.wrong(refused.field(), Refusals.text(refused, visit.texts()));
      }
    }
    return Response.status(400).entity(person(member, form, caller, visit)).build();
  }

  @POST
  @Path("{user}/deactivate")
  public Response deactivate(
      @PathParam("user") long user, @Context Caller caller, @Context Visit visit) {
    return tried(
        "deactivated",
        () -> members.deactivate(caller.actor(), caller.membership(), caller.tenant(), user),
        caller,
        visit);
  }

  @POST
  @Path("{user}/reactivate")
  public Response reactivate(
      @PathParam("user") long user, @Context Caller caller, @Context Visit visit) {
    return tried(
        "reactivated",
        () -> members.reactivate(caller.actor(), caller.membership(), caller.tenant(), user),
        caller,
        visit);
  }

  private Response tried(String done, Runnable change, Caller caller, Visit visit) {
    try {
      change.run();
      return done(visit, done);
    } catch (RightsRefused refused) {
      String why = Refusals.text(refused, visit.texts());
      return Response.status(400).entity(list("", why, caller, visit)).build();
    }
  }

  private static Response done(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/users?done=" + done))).build();
  }

  private Viewable person(Member member, Form form, Caller caller, Visit visit) {
    ScopeNames names = names(caller);
    RightsOffer offer = RightsOffer.of(roles, names, caller);
    return visit.page(
        PERSON,
        new Person(row(member, 0, names, caller, visit), form, offer.roles(), offer.scopes()));
  }

  private static PersonRow row(
      Member member, long sessions, ScopeNames names, Caller caller, Visit visit) {
    boolean self = caller.isPerson(member.id());
    return new PersonRow(
        member,
        visit.roleName(member.role()),
        names.text(member.access(), visit.texts()),
        sessions,
        self,
        !self && caller.membership().includes(member.membership()));
  }

  private ScopeNames names(Caller caller) {
    return new ScopeNames(fleet, directory, caller.viewer());
  }
}
