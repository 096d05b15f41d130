package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewShare;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.ShareLink;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.PublicAddress;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A client's share links, for programs. */
@Path("api/v1/shares")
@Requires(Permission.MANAGE_SHARES)
@Produces(MediaType.APPLICATION_JSON)
public final class SharesResource {

  private static final int USUAL_DAYS = 7;

  /**
   * A link to be made.
   *
   * @param access null for all that the maker sees
   * @param days how long; null for a week
   */
  public record Wish(String name, Access access, Integer days) {}

  /**
   * A link.
   *
   * @param url its whole address, in the answer to its making alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Link(
      String id,
      String name,
      Access access,
      String state,
      Instant createdAt,
      Instant expiresAt,
      Instant lastUsedAt,
      Instant revokedAt,
      long timesOpened,
      String url) {}

  private final Shares shares;
  private final BatteryDirectory batteries;
  private final PublicAddress publicAddress;
  private final Clock clock;

  @Inject
  public SharesResource(
      Shares shares, BatteryDirectory batteries, PublicAddress publicAddress, Clock clock) {
    this.shares = shares;
    this.batteries = batteries;
    this.publicAddress = publicAddress;
    this.clock = clock;
  }

  @GET
  public List<Link> list(@Context Caller caller) {
    SeenAccess seen = seen(caller);
    return shares.list(caller.tenant()).stream().map(link -> told(link, null, seen)).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(Wish wish, @Context HttpServletRequest request, @Context Caller caller) {
    if (wish == null || wish.name() == null) {
      throw new InvalidException("name", "a link needs a name");
    }
    Maker maker = Maker.of(caller.actor(), caller.principal(), caller.tenant());
    BatteryAccess access = wish.access() == null ? maker.access() : wish.access().checked();
    int days = wish.days() == null ? USUAL_DAYS : wish.days();
    NewShare made =
        shares.create(maker, caller.tenant(), wish.name(), access, Duration.ofDays(days));
    String url = publicAddress.of(request, "/s/" + made.token());
    return Response.status(Response.Status.CREATED)
        .entity(told(made.link(), url, seen(caller)))
        .build();
  }

  @GET
  @Path("{id}")
  public Link one(@PathParam("id") String id, @Context Caller caller) {
    return told(shares.link(caller.tenant(), id), null, seen(caller));
  }

  /** Ends it; it stays in the list. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id, @Context Caller caller) {
    shares.revoke(
        Maker.of(caller.actor(), caller.principal(), caller.tenant()), caller.tenant(), id);
    return Response.noContent().build();
  }

  private SeenAccess seen(Caller caller) {
    return new SeenAccess(batteries, caller);
  }

  private Link told(ShareLink link, String url, SeenAccess seen) {
    return new Link(
        link.id(),
        link.name(),
        seen.of(link.access()),
        link.state(clock.instant()).name().toLowerCase(Locale.ROOT),
        link.createdAt(),
        link.expiresAt(),
        link.lastUsedAt().orElse(null),
        link.revokedAt().orElse(null),
        link.timesOpened(),
        url);
  }
}
