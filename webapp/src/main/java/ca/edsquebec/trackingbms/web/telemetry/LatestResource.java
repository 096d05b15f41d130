package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.web.fleet.Freshness;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What a battery said last. */
@Path("api/v1/batteries/{id}/latest")
@Requires(Permission.VIEW_FLEET)
public final class LatestResource {

  private final Fleet fleet;
  private final LatestState latest;
  private final Freshness freshness;
  private final ObjectMapper json;

  @Inject
  public LatestResource(Fleet fleet, LatestState latest, Freshness freshness, ObjectMapper json) {
    this.fleet = fleet;
    this.latest = latest;
    this.freshness = freshness;
    this.json = json;
  }

  /** Always answers for a battery one may see: with {@code freshness: never} before the first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public StreamingOutput latest(@PathParam("id") String uid, @Context Caller caller) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Optional<Latest> newest = latest.latest(caller.viewer(), battery.id());
    return out -> {
      try (JsonGenerator generator = json.createGenerator(out)) {
        generator.writeStartObject();
        generator.writeStringField("id", battery.uid());
        generator.writeStringField("battery", battery.code());
        generator.writeStringField("freshness", freshness.of(battery, newest.orElse(null)));
        if (newest.isPresent()) {
          write(generator, newest.get(), battery.zone());
        }
        generator.writeEndObject();
      }
    };
  }

  private void write(JsonGenerator out, Latest newest, ZoneId zone) throws IOException {
    out.writeNumberField("ageMillis", freshness.ageMillis(newest));
    out.writeNumberField("ts", newest.sample().ts());
    out.writeStringField("time", local(Instant.ofEpochMilli(newest.sample().ts()), zone));
    out.writeStringField("receivedAt", local(newest.receivedAt(), zone));
    SampleJson.writeFields(out, newest.sample());
  }

  private static String local(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime().toString();
  }
}
