package ca.edsquebec.trackingbms.web.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.intake.pull.Pull;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.intake.pull.PullHeard;
import ca.edsquebec.trackingbms.intake.pull.PullTrial;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;

/**
 * Where the portal asks a battery, for programs. An address holds no secret: one with a name or a
 * password is refused.
 */
@Path("api/v1/batteries")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class PullResource {

  private static final Duration BUSY = Duration.ofSeconds(30);

  private final Fleet fleet;
  private final PullDevices devices;
  private final PullTrial trial;
  private final Pull pull;
  private final ObjectMapper json;

  /** What is sent. */
  public record AddressJson(String address) {}

  @Inject
  public PullResource(
      Fleet fleet, PullDevices devices, PullTrial trial, Pull pull, ObjectMapper json) {
    this.fleet = fleet;
    this.devices = devices;
    this.trial = trial;
    this.pull = pull;
    this.json = json;
  }

  /** 404 also for a battery that nobody ever gave an address. */
  @GET
  @Path("{id}/pull")
  public PullJson show(@PathParam("id") String uid, @Context Caller caller) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    return devices
        .of(caller.viewer(), battery)
        .map(device -> PullJson.of(device, battery))
        .orElseThrow(() -> new NotFoundException("pull address of battery " + battery.code()));
  }

  /** Asks the battery there from now on. */
  @PUT
  @Path("{id}/pull")
  @Consumes(MediaType.APPLICATION_JSON)
  public PullJson set(
      @PathParam("id") String uid, AddressJson sent, @Context Caller caller, @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    PullJson set = PullJson.of(devices.set(by, caller.tenant(), battery, address(sent)), battery);
    pull.changed(caller.tenant());
    return set;
  }

  /** Asks the battery no more; its address is kept, so that it can be seen what it was. */
  @DELETE
  @Path("{id}/pull")
  public void off(@PathParam("id") String uid, @Context Caller caller, @Context Actor by) {
    var unused = devices.off(by, caller.tenant(), fleet.battery(caller.viewer(), uid));
  }

  /**
   * Asks once and stores nothing. Takes as long as listening does, half a minute at most; 429 while
   * another trial of this client goes on, 503 while the battery is being asked.
   */
  @POST
  @Path("{id}/pull/trial")
  @Consumes(MediaType.APPLICATION_JSON)
  public StreamingOutput trial(
      @PathParam("id") String uid, AddressJson sent, @Context Caller caller, @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    PullAddress address = address(sent);
    PullHeard heard;
    try {
      heard = trial.listen(by, caller.tenant(), battery, address);
    } catch (BusyException busy) {
      throw new UnavailableException(busy.getMessage(), BUSY, null);
    }
    return HeardJson.of(heard, json);
  }

  private static PullAddress address(AddressJson sent) {
    if (sent == null || sent.address() == null) {
      throw new InvalidException("address", "the body must be {\"address\": \"tcp://host:port\"}");
    }
    return PullAddress.parse(sent.address());
  }
}
