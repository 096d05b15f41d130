package ca.edsquebec.trackingbms.web.gateway;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.GatewayWish;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client's gateways, for programs; who may change them as on the {@link GatewaysPage}. */
@Path("api/v1/gateways")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class GatewaysResource {

  /**
   * A gateway. Of what is taken, what is absent stays as it is.
   *
   * @param code what it calls itself; taken when it is made
   * @param silentAfter seconds
   * @param batteries codes of those behind it
   * @param keys ids of its API keys; told to, and taken from, who manages keys
   * @param state {@code awaited}, {@code in-contact}, {@code silent}; only told, as all below
   * @param lastContact epoch milliseconds
   * @param backlog records that it has still to send
   * @param clockOffset its clock minus ours, milliseconds
   * @param clockOff whether that is more than is borne
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GatewayJson(
      String id,
      String code,
      String name,
      Long silentAfter,
      List<String> batteries,
      List<String> keys,
      String state,
      Long lastContact,
      String version,
      Long backlog,
      Long clockOffset,
      Boolean clockOff) {

    static GatewayJson of(GatewayRow row, boolean withKeys) {
      Gateway gateway = row.gateway();
      return new GatewayJson(
          gateway.uid(),
          gateway.code(),
          gateway.name(),
          gateway.silentAfter().toSeconds(),
          row.batteries().stream().map(Battery::code).toList(),
          withKeys ? gateway.keys().stream().sorted().toList() : null,
          row.state(),
          row.contact() == 0 ? null : Long.valueOf(row.contact()),
          gateway.contact().version(),
          row.tellsBacklog() ? Long.valueOf(row.backlog()) : null,
          row.tellsTime() ? Long.valueOf(gateway.contact().offsetMillis().getAsLong()) : null,
          gateway.isClockOff());
    }
  }

  private final Gateways gateways;
  private final GatewayDesk desk;

  @Inject
  public GatewaysResource(Gateways gateways, GatewayDesk desk) {
    this.gateways = gateways;
    this.desk = desk;
  }

  /** Those that have batteries which the caller may see, with these alone. */
  @GET
  public List<GatewayJson> list(@Context Caller caller) {
    return desk.all(caller).stream().map(row -> told(caller, row)).toList();
  }

  @GET
  @Path("{id}")
  public GatewayJson one(@PathParam("id") String id, @Context Caller caller) {
    return told(caller, desk.one(caller, id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(GatewayJson sent, @Context Caller caller, @Context Actor by) {
    caller.requireAllBatteries();
    GatewayJson given = body(sent);
    if (given.code() == null) {
      throw new InvalidException("code", "say what the gateway calls itself");
    }
    GatewayWish wish =
        wish(caller, given, Optional.ofNullable(given.name()).orElse(given.code()), null);
    String id = gateways.create(by, caller.tenant(), given.code(), wish).gateway().uid();
    return Response.status(Response.Status.CREATED).entity(one(id, caller)).build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public GatewayJson change(
      @PathParam("id") String id, GatewayJson sent, @Context Caller caller, @Context Actor by) {
    caller.requireAllBatteries();
    Gateway before = desk.one(caller, id).gateway();
    GatewayJson given = body(sent);
    if (given.code() != null && !given.code().equals(before.code())) {
      throw new InvalidException("code", "what a gateway calls itself never changes here");
    }
    String name = Optional.ofNullable(given.name()).orElse(before.name());
    gateways.change(by, caller.tenant(), id, wish(caller, given, name, before));
    return one(id, caller);
  }

  /** Forgets it; when it sends again, it appears again. */
  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id, @Context Caller caller, @Context Actor by) {
    caller.requireAllBatteries();
    gateways.delete(by, caller.tenant(), id);
  }

  /**
   * @param before null for a new one
   */
  private GatewayWish wish(Caller caller, GatewayJson given, String name, Gateway before) {
    Set<String> heldKeys = before == null ? Set.of() : before.keys();
    Set<Long> heldBatteries = before == null ? Set.of() : before.batteries();
    if (given.keys() != null && !caller.may(Permission.MANAGE_KEYS)) {
      throw new ForbiddenException("to say which keys it has takes MANAGE_KEYS");
    }
    long usual = before == null ? GatewayWish.USUAL.toSeconds() : before.silentAfter().toSeconds();
    return new GatewayWish(
        name,
        Duration.ofSeconds(given.silentAfter() == null ? usual : given.silentAfter()),
        given.keys() == null ? heldKeys : desk.checkedKeys(caller, all(given.keys()), heldKeys),
        given.batteries() == null ? heldBatteries : desk.batteries(caller, all(given.batteries())));
  }

  private static List<String> all(List<String> given) {
    return given.stream().map(one -> one == null ? "" : one).toList();
  }

  private static GatewayJson told(Caller caller, GatewayRow row) {
    return GatewayJson.of(row, caller.may(Permission.MANAGE_KEYS));
  }

  private static GatewayJson body(GatewayJson sent) {
    if (sent == null) {
      throw new InvalidException("", "the body must be a gateway");
    }
    return sent;
  }
}
