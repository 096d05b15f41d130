package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import ca.edsquebec.trackingbms.web.ingest.PushDesk;
import ca.edsquebec.trackingbms.web.ingest.RequestBody;
import ca.edsquebec.trackingbms.web.ingest.Told;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Parameters;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Points of line protocol, in the ways of version 1 and 2. The good lines are stored before
 * anything is said of the bad ones: clients drop what was refused.
 */
@Path("influx/{version: write|api/v2/write}")
@Requires(Permission.INGEST)
// One for all requests: making one for each is a good part of what a small post costs.
@Singleton
public final class WriteResource {

  private static final int BAD_REQUEST = 400;

  private final PushDesk desk;

  @Inject
  public WriteResource(PushDesk desk) {
    this.desk = desk;
  }

  // No @Consumes: curl says it sends a form, and Python that it sends bytes.
  @POST
  public Response write(@Context HttpServletRequest request, @Context Caller caller)
      throws IOException {
    Map<String, String> asked = Parameters.parse(request.getQueryString());
    Precision precision = Precision.of(asked.get("precision"));
    PushBatch batch = desk.batch(caller, request);
    String database = asked.getOrDefault("db", asked.get("bucket"));
    PointReader reader = new PointReader(batch, precision, database, desk.nowMicros());
    try (InputStream body = RequestBody.open(request)) {
      new LineBody(batch, reader).read(text(body));
      return answer(batch.store());
    }
  }

  private static String text(InputStream body) throws IOException {
    try {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidException("body", "the body can't be read: " + RequestBody.damage(e));
    }
  }

  private static Response answer(PushBatch.Outcome outcome) {
    if (outcome.refused().isEmpty()) {
      Response.ResponseBuilder stored = Version.in(Response.noContent());
      if (!outcome.warnings().isEmpty()) {
        stored.header("X-Warning", Told.inHeader(Told.of("line", outcome.warnings())));
      }
      return stored.build();
    }
    String message =
        "%s%s dropped=%d"
            .formatted(
                outcome.stored() > 0 ? "partial write: " : "",
                Told.of("line", outcome.refused()),
                outcome.refused().size());
    return Version.in(Response.status(BAD_REQUEST))
        .header("X-Influxdb-Error", Told.inHeader(message))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(InfluxError.of(BAD_REQUEST, message))
        .build();
  }
}
