package ca.edsquebec.trackingbms.web.ingest.thingsboard;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import ca.edsquebec.trackingbms.web.ingest.PushDesk;
import ca.edsquebec.trackingbms.web.ingest.RequestBody;
import ca.edsquebec.trackingbms.web.ingest.Told;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Telemetry, and attributes of a device, of which what is a measurement is taken likewise. */
// Not api/v1/{token}: it would keep requests from every shorter path of the API.
@Path("api/v1")
@Requires(Permission.INGEST)
// One for all requests: making one for each is a good part of what a small post costs.
@Singleton
public final class TelemetryResource {

  private final PushDesk desk;
  private final ObjectMapper json;

  @Inject
  public TelemetryResource(PushDesk desk, ObjectMapper json) {
    this.desk = desk;
    this.json = json;
  }

  @POST
  @Path("{token}/{what: telemetry|attributes}")
  public Response post(
      @QueryParam("battery") String battery,
      @Context HttpServletRequest request,
      @Context Caller caller)
      throws IOException {
    PushBatch batch = desk.batch(caller, request);
    TelemetryDocument document = new TelemetryDocument(batch, battery, desk.nowMicros());
    try (InputStream body = RequestBody.open(request);
        JsonParser parser = json.createParser(body)) {
      String broken = read(document, parser);
      PushBatch.Outcome outcome = batch.store();
      if (!broken.isEmpty()) {
        throw new InvalidException("body", kept(outcome) + broken);
      }
      return answer(outcome);
    }
  }

  /** What a device asks when it starts: here nobody has set anything for it. */
  @GET
  @Path("{token}/attributes")
  public Response attributes() {
    return Response.ok(Map.of(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** Empty, or why the body can't be read to its end. */
  private String read(TelemetryDocument document, JsonParser parser) throws IOException {
    try {
      document.read(parser, json);
      return "";
    } catch (IOException e) {
      return "the body can't be read to its end: " + RequestBody.damage(e);
    }
  }

  private static String kept(PushBatch.Outcome outcome) {
    return outcome.stored() > 0 ? "%d stored; ".formatted(outcome.stored()) : "";
  }

  private static Response answer(PushBatch.Outcome outcome) {
    if (!outcome.refused().isEmpty()) {
      throw new InvalidException(
          "body", kept(outcome) + "refused: " + Told.of("item", outcome.refused()));
    }
    Response.ResponseBuilder stored = Response.ok();
    if (!outcome.warnings().isEmpty()) {
      stored.header("X-Warning", Told.inHeader(Told.of("item", outcome.warnings())));
    }
    return stored.build();
  }
}
