package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
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
import java.util.Set;
import java.util.function.Consumer;
import org.glassfish.jersey.server.mvc.Viewable;

/** A client's roles: what each may, and those of its own to change. */
@Path("c/{client}/admin/roles")
@Requires(Permission.MANAGE_ROLES)
@Produces(MediaType.TEXT_HTML)
public final class RolesPage {

  private static final String MATRIX = "people/roles";
  private static final String ROLE = "people/role";
  private static final Set<String> DONE = Set.of("created", "changed", "deleted");

  private final Roles roles;

  @Inject
  public RolesPage(Roles roles) {
    this.roles = roles;
  }

  @GET
  public Viewable list(
      @QueryParam("done") String done, @Context Caller caller, @Context Visit visit) {
    return visit.page(
        MATRIX,
        PermissionMatrix.of(
            roles.list(caller.tenant()),
            caller.membership(),
            done != null && DONE.contains(done) ? done : ""));
  }

  @GET
  @Path("new")
  public Viewable blank(@Context Caller caller, @Context Visit visit) {
    return visit.page(ROLE, RoleForm.of("", Form.empty(), caller.membership()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      MultivaluedMap<String, String> sent, @Context Caller caller, @Context Visit visit) {
    return tried(
        "",
        Form.of(sent),
        "created",
        form ->
            roles.create(
                caller.actor(),
                caller.membership(),
                caller.tenant(),
                form.value("name"),
                RoleForm.permissions(form)),
        caller,
        visit);
  }

  @GET
  @Path("{role}")
  public Viewable show(@PathParam("role") String id, @Context Caller caller, @Context Visit visit) {
    Role role = own(caller, id);
    return visit.page(ROLE, RoleForm.of(id, RoleForm.filled(role), caller.membership()));
  }

  @POST
  @Path("{role}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("role") String id,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit) {
    own(caller, id);
    return tried(
        id,
        Form.of(sent),
        "changed",
        form ->
            roles.change(
                caller.actor(),
                caller.membership(),
                caller.tenant(),
                id,
                form.value("name"),
                RoleForm.permissions(form)),
        caller,
        visit);
  }

  @POST
  @Path("{role}/delete")
  public Response delete(
      @PathParam("role") String id, @Context Caller caller, @Context Visit visit) {
    Role role = own(caller, id);
    return tried(
        id,
        RoleForm.filled(role),
        "deleted",
        form -> roles.delete(caller.actor(), caller.membership(), caller.tenant(), id),
        caller,
        visit);
  }

  /** What is built in has no page: it can't be changed. */
  private Role own(Caller caller, String id) {
    Role role = roles.get(caller.tenant(), id);
    if (role.isBuiltIn()) {
      throw new NotFoundException("role \"" + id + "\"");
    }
    return role;
  }

  private static Response tried(
      String id, Form form, String done, Consumer<Form> change, Caller caller, Visit visit) {
    Form refused;
    try {
      change.accept(form);
      return Response.seeOther(URI.create(visit.at("/admin/roles?done=" + done))).build();
    } catch (RightsRefused e) {
      // What is wrong with the role is said at its name: the form has no other field for all of it.
      refused = form.wrong("name", Refusals.text(e, visit.texts()));
    } catch (InvalidException e) {
      refused = form.wrong("name", visit.texts().of("people.role-name"));
    }
    return Response.status(400)
        .entity(visit.page(ROLE, RoleForm.of(id, refused, caller.membership())))
        .build();
  }
}
