package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
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
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** The people of a client. */
@Path("c/{client}/admin/users")
@Requires(Permission.MANAGE_USERS)
@Produces(MediaType.TEXT_HTML)
public final class UsersPage {

  private static final String PERSON = "people/user";
  private static final Set<String> DONE =
      Set.of("changed", "deactivated", "invited", "reactivated", "sent-again", "withdrawn");

  /**
   * @param form what is chosen of both
   * @param roles those that may be given
   */
  public record Person(PersonRow row, Form form, List<Role> roles, ScopePicker scopes) {}

  private final Members members;
  private final PeopleList people;
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
    this.people = new PeopleList(members, invitations, fleet, directory);
    this.roles = roles;
    this.fleet = fleet;
    this.directory = directory;
  }

  @GET
  public Viewable list(
      @QueryParam("done") String done, @Context Caller caller, @Context Visit visit) {
    return people.page(done != null && DONE.contains(done) ? done : "", caller, visit);
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
      return Response.status(400).entity(people.refused(why, caller, visit)).build();
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
        new Person(
            PeopleList.row(member, 0, false, names, caller, visit),
            form,
            offer.roles(),
            offer.scopes()));
  }

  private ScopeNames names(Caller caller) {
    return new ScopeNames(fleet, directory, caller.viewer());
  }
}
