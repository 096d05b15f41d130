package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.problem.BrokenBodyException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** Frames of one battery, as its bus or line gave them. */
@Path("api/v1/ingest/frames/{connector}")
@Requires(Permission.INGEST)
// One for all requests: making one for each is a good part of what a small post costs.
@Singleton
public final class FramesResource {

  private final FrameIntake intake;
  private final BatteryDirectory batteries;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  public FramesResource(
      FrameIntake intake, BatteryDirectory batteries, ObjectMapper json, Clock clock) {
    this.intake = intake;
    this.batteries = batteries;
    this.json = json;
    this.clock = clock;
  }

  /** A recording as it is: candump, SLCAN, lines, raw bytes. */
  @POST
  @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public FramesAnswer recording(
      @PathParam("connector") String connector,
      @QueryParam("battery") String code,
      @Context HttpServletRequest request,
      @Context Caller caller)
      throws IOException {
    Battery battery = battery(caller, connector, code);
    try (InputStream body = RequestBody.open(request)) {
      return answer(request, caller.tenant(), battery, CapturedFrames.read(body, clock));
    }
  }

  /** Frames with their times, as JSON. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public FramesAnswer json(
      @PathParam("connector") String connector,
      @QueryParam("battery") String code,
      @Context HttpServletRequest request,
      @Context Caller caller)
      throws IOException {
    try (InputStream body = RequestBody.open(request)) {
      JsonFrames read = JsonFrames.read(json, body);
      String named = read.battery().orElse(code);
      if (code != null && !code.equals(named)) {
        throw new InvalidException(
            "battery", "the address says %s and the body %s".formatted(code, named));
      }
      Battery battery = battery(caller, connector, named);
      return answer(request, caller.tenant(), battery, read.content());
    }
  }

  private FramesAnswer answer(
      HttpServletRequest request, TenantId tenant, Battery battery, ReadBody body) {
    Carried.by(request).add(battery);
    FrameBatch batch = body.batch();
    FramesAnswer answer = FramesAnswer.of(intake.accept(tenant, battery, batch));
    body.broken()
        .ifPresent(
            reason -> {
              throw new BrokenBodyException(reason, answer.counts());
            });
    return answer;
  }

  private Battery battery(Caller caller, String connector, String code) {
    if (Connectors.withId(connector).isEmpty()) {
      throw new NotFoundException("connector \"" + connector + "\"");
    }
    if (code == null || code.isEmpty()) {
      throw new InvalidException("battery", "say whose frames these are: ?battery=CODE");
    }
    Battery battery =
        batteries
            .byCode(caller.tenant(), code)
            .filter(found -> caller.sending().includes(found.id()))
            .orElseThrow(() -> new NotFoundException("battery \"" + code + "\""));
    if (!battery.connectorId().equals(connector)) {
      throw new InvalidException(
          "connector",
          "battery %s speaks %s, not %s".formatted(code, battery.connectorId(), connector));
    }
    return battery;
  }
}
