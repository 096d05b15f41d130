package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** The people of a client as JSON. */
@Path("api/v1/users")
@Requires(Permission.MANAGE_USERS)
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {

  /**
   * @param kind {@code all}, {@code types}, {@code places} or {@code batteries}
   * @param ids of those; empty for all. What the caller may not see is left out
   */
  public record Access(String kind, List<String> ids) {}

  /**
   * @param lastSignIn absent when never
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Person(
      String id,
      String email,
      String name,
      String role,
      Access access,
      boolean active,
      Instant since,
      Instant lastSignIn) {}

  /** All there are, in one page. */
  public record People(List<Person> items) {}

  /** What to give a person. */
  public record Given(String role, Access access) {}

  private final Members members;
  private final Roles roles;
  private final Fleet fleet;
  private final BatteryDirectory directory;

  @Inject
  public UsersResource(Members members, Roles roles, Fleet fleet, BatteryDirectory directory) {
    this.members = members;
    this.roles = roles;
    this.fleet = fleet;
    this.directory = directory;
  }

  @GET
  public People list(@Context Caller caller) {
    ScopeNames names = names(caller);
    return new People(
        members.list(caller.tenant()).stream().map(member -> json(member, names)).toList());
  }

  @GET
  @Path("{user}")
  public Person get(@PathParam("user") long user, @Context Caller caller) {
    return json(members.get(caller.tenant(), user), names(caller));
  }

  @PUT
  @Path("{user}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Person change(@PathParam("user") long user, Given given, @Context Caller caller) {
    Membership membership = membership(given, caller);
    Member changed =
        members.change(caller.actor(), caller.membership(), caller.tenant(), user, membership);
    return json(changed, names(caller));
  }

  @POST
  @Path("{user}/deactivate")
  public Person deactivate(@PathParam("user") long user, @Context Caller caller) {
    Member changed = members.deactivate(caller.actor(), caller.membership(), caller.tenant(), user);
    return json(changed, names(caller));
  }

  @POST
  @Path("{user}/reactivate")
  public Person reactivate(@PathParam("user") long user, @Context Caller caller) {
    Member changed = members.reactivate(caller.actor(), caller.membership(), caller.tenant(), user);
    return json(changed, names(caller));
  }

  private Membership membership(Given given, Caller caller) {
    if (given == null || given.role() == null || given.access() == null) {
      throw new InvalidException("role", "give role and access");
    }
    Access access = given.access();
    BatteryAccess chosen =
        ScopePicker.of(names(caller), caller.membership().access())
            .chosen(access.kind(), access.ids() == null ? List.of() : access.ids())
            .orElseThrow(
                () ->
                    new InvalidException(
                        "access", "give a kind, and ids of that kind that you may give"));
    try {
      Role role = roles.get(caller.tenant(), given.role());
      return new Membership(role, chosen);
    } catch (NotFoundException e) {
      throw new InvalidException("role", e.getMessage());
    }
  }

  private static Person json(Member member, ScopeNames names) {
    BatteryAccess access = member.access();
    List<String> seen =
        names.of(access.kind()).keySet().stream().filter(access.uids()::contains).toList();
    return new Person(
        Long.toString(member.id()),
        member.email(),
        member.displayName(),
        member.role().id(),
        new Access(ScopeNames.word(access.kind()), seen),
        member.isActive(),
        member.since(),
        member.lastSignIn().orElse(null));
  }

  private ScopeNames names(Caller caller) {
    return new ScopeNames(fleet, directory, caller.viewer());
  }
}
