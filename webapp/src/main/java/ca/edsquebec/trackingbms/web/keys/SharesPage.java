package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewShare;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.ShareLink;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.PublicAddress;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A client's share links: the list, a new one, its end. */
@Path("c/{client}/admin/shares")
@Requires(Permission.MANAGE_SHARES)
@Produces(MediaType.TEXT_HTML)
public final class SharesPage {

  private static final List<Integer> DAYS = List.of(1, 7, 30, 90);
  private static final String USUAL_DAYS = "7";

  /**
   * What the page shows.
   *
   * @param done what was just done, the end of a text's key; empty for nothing
   * @param address of a link that was just made, whole; empty otherwise
   */
  public record Model(
      List<Line> links,
      Form form,
      AccessText access,
      List<Integer> days,
      String done,
      String address) {}

  /**
   * One link in the list.
   *
   * @param state the end of a text's key
   * @param access in words
   */
  public record Line(ShareLink link, String state, String access) {

    public boolean isGood() {
      return state.equals("good");
    }

    /** Epoch milliseconds. */
    public long expires() {
      return link.expiresAt().toEpochMilli();
    }

    /** Epoch milliseconds; 0 for never. */
    public long lastUsed() {
      return link.lastUsedAt().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  private final Shares shares;
  private final BatteryDirectory batteries;
  private final PublicAddress publicAddress;
  private final Clock clock;

  @Inject
  public SharesPage(
      Shares shares, BatteryDirectory batteries, PublicAddress publicAddress, Clock clock) {
    this.shares = shares;
    this.batteries = batteries;
    this.publicAddress = publicAddress;
    this.clock = clock;
  }

  @GET
  public Response show(
      @QueryParam("done") String done, @Context Caller caller, @Context Visit visit) {
    Form fresh = Form.empty().with("days", USUAL_DAYS).with("access", "own");
    return Response.ok(page(caller, visit, fresh, Done.of(done), "")).build();
  }

  @POST
  public Response create(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Caller caller,
      @Context Visit visit) {
    Form form = Form.of(sent);
    try {
      Maker maker = Maker.of(caller.actor(), caller.principal(), caller.tenant());
      NewShare made =
          shares.create(
              maker,
              caller.tenant(),
              form.value("name"),
              access(caller).chosen(form, maker.access()),
              length(form.value("days")));
      // Not by way of another address: a secret is shown in the answer to its making, and nowhere.
      String address = publicAddress.of(request, "/s/" + made.token());
      Form fresh = Form.empty().with("days", USUAL_DAYS);
      return Response.ok(page(caller, visit, fresh, "created", address)).build();
    } catch (InvalidException e) {
      Form again = form.wrong(e.field(), Faults.words(e, visit.texts()));
      return Response.status(400).entity(page(caller, visit, again, "", "")).build();
    }
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id, @Context Caller caller, @Context Visit visit) {
    shares.revoke(
        Maker.of(caller.actor(), caller.principal(), caller.tenant()), caller.tenant(), id);
    return Response.seeOther(URI.create(visit.at("/admin/shares?done=revoked"))).build();
  }

  private Object page(Caller caller, Visit visit, Form form, String done, String address) {
    AccessText access = access(caller);
    Instant now = clock.instant();
    List<Line> lines =
        shares.list(caller.tenant()).stream()
            .map(
                link ->
                    new Line(
                        link,
                        link.state(now).name().toLowerCase(Locale.ROOT),
                        access.words(link.access(), visit.texts())))
            .sorted(Comparator.comparing(line -> !line.isGood()))
            .toList();
    return visit.page("keys/shares", new Model(lines, form, access, DAYS, done, address));
  }

  private AccessText access(Caller caller) {
    return new AccessText(batteries, caller.viewer());
  }

  private static Duration length(String days) {
    return DAYS.stream()
        .filter(offered -> offered.toString().equals(days))
        .findFirst()
        .map(Duration::ofDays)
        .orElseThrow(() -> new InvalidException("days", days));
  }
}
