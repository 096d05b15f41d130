package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A client's roles as JSON. */
@Path("api/v1/roles")
@Requires(Permission.MANAGE_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {

  /**
   * @param name absent for a built-in role
   * @param permissions such as {@code manage-fleet}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Json(String id, String name, boolean builtIn, List<String> permissions) {}

  /** All there are, in one page. */
  public record All(List<Json> items) {}

  /** What a role is to be. */
  public record Wanted(String name, List<String> permissions) {}

  private final Roles roles;

  @Inject
  public RolesResource(Roles roles) {
    this.roles = roles;
  }

  @GET
  public All list(@Context Caller caller) {
    return new All(roles.list(caller.tenant()).stream().map(RolesResource::json).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Json create(Wanted wanted, @Context Caller caller) {
    Set<Permission> permissions = permissions(wanted);
    return json(
        roles.create(
            caller.actor(), caller.membership(), caller.tenant(), wanted.name(), permissions));
  }

  @GET
  @Path("{role}")
  public Json get(@PathParam("role") String id, @Context Caller caller) {
    return json(roles.get(caller.tenant(), id));
  }

  @PUT
  @Path("{role}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Json change(@PathParam("role") String id, Wanted wanted, @Context Caller caller) {
    Set<Permission> permissions = permissions(wanted);
    return json(
        roles.change(
            caller.actor(), caller.membership(), caller.tenant(), id, wanted.name(), permissions));
  }

  @DELETE
  @Path("{role}")
  public void delete(@PathParam("role") String id, @Context Caller caller) {
    roles.delete(caller.actor(), caller.membership(), caller.tenant(), id);
  }

  private static Set<Permission> permissions(Wanted wanted) {
    if (wanted == null || wanted.name() == null || wanted.permissions() == null) {
      throw new InvalidException("name", "give name and permissions");
    }
    return wanted.permissions().stream()
        .map(
            word ->
                Arrays.stream(Permission.values())
                    .filter(permission -> RoleForm.word(permission).equals(word))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InvalidException(
                                "permissions",
                                "there are only "
                                    + Permission.OF_PEOPLE.stream()
                                        .map(RoleForm::word)
                                        .collect(Collectors.joining(", ")))))
        .collect(Collectors.toSet());
  }

  private static Json json(Role role) {
    return new Json(
        role.id(),
        role.name().orElse(null),
        role.isBuiltIn(),
        role.permissions().stream().map(RoleForm::word).toList());
  }
}
