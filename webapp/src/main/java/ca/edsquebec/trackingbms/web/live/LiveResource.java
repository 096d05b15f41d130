package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.live.LiveUpdate;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The live feed for those whose proxy lets no WebSocket through: asks, and is answered when. */
@Path("api/v1/live")
@Requires(Permission.VIEW_FLEET)
public final class LiveResource {

  private static final long PATIENCE_SECONDS = 25;

  private final LiveHub hub;
  private final LivePayload payload;
  private final BatteryDirectory directory;

  @Inject
  public LiveResource(LiveHub hub, LivePayload payload, BatteryDirectory directory) {
    this.hub = hub;
    this.payload = payload;
    this.directory = directory;
  }

  /**
   * Answers as soon as something is new since the cursor, at once without one, and empty-handed
   * after 25 s; 429 when the caller has too many open.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public void poll(
      @QueryParam("since") @DefaultValue("") String since,
      @QueryParam("batteries") String batteries,
      @QueryParam("detail") String detail,
      @QueryParam("fleet") @DefaultValue("false") String fleet,
      @QueryParam("type") String type,
      @Suspended AsyncResponse response,
      @Context Caller caller) {
    LiveWish wish =
        LiveWish.of(
            directory, caller.tenant(), batteries, detail, Boolean.parseBoolean(fleet), type);
    Poll poll = new Poll(caller, since, wish, response);
    response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    response.setTimeoutHandler(late -> poll.drop());
    response.register((CompletionCallback) failure -> hub.remove(poll));
    hub.add(poll);
  }

  /** One waiting request; empty-handed when it is dropped. */
  private final class Poll implements Subscriber {

    private final Caller caller;
    private final String since;
    private final LiveWish wish;
    private final AsyncResponse response;

    Poll(Caller caller, String since, LiveWish wish, AsyncResponse response) {
      this.caller = caller;
      this.since = since;
      this.wish = wish;
      this.response = response;
    }

    @Override
    public TenantId tenant() {
      return caller.tenant();
    }

    @Override
    public String name() {
      return caller.principal().name();
    }

    @Override
    public void serve(LiveFeed feed) {
      try {
        Viewer viewer = caller.viewer();
        LiveUpdate update = feed.since(viewer, since, wish.filter()::wants);
        if (!update.isEmpty()) {
          hub.remove(this);
          // Writes to the line there and then: a slow one must not hold up all others.
          hub.later(this, () -> answer(viewer, update));
        }
      } catch (UnavailableException away) {
        hub.remove(this);
        response.resume(away);
      }
    }

    private void answer(Viewer viewer, LiveUpdate update) {
      hub.remove(this);
      try {
        response.resume(payload.text(viewer, update, wish));
      } catch (UnavailableException away) {
        response.resume(away);
      }
    }

    @Override
    public void inspect() {
      // A poll waits for less than the time between two inspections.
    }

    @Override
    public void refuse() {
      response.resume(
          new TooSoonException("too many live lines", Duration.ofSeconds(PATIENCE_SECONDS)));
    }

    @Override
    public void drop() {
      LiveUpdate nothing = new LiveUpdate(since, false, List.of());
      try {
        answer(caller.viewer(), nothing);
      } catch (UnavailableException away) {
        hub.remove(this);
        response.resume(away);
      }
    }
  }
}
