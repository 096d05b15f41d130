package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.intake.Belonging;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Receipt;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.problem.BrokenBodyException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Samples as JSON, many in one request. */
@Path("api/v1/ingest/samples")
@Requires(Permission.INGEST)
// One for all requests: making one for each is a good part of what a small post costs.
@Singleton
public final class SamplesResource {

  /** One request may not hold the memory of all. */
  private static final int MAX_SAMPLES = 50_000;

  private final Ingest ingest;
  private final BatteryDirectory batteries;
  private final ObjectMapper json;

  @Inject
  public SamplesResource(Ingest ingest, BatteryDirectory batteries, ObjectMapper json) {
    this.ingest = ingest;
    this.batteries = batteries;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public SamplesAnswer post(@Context HttpServletRequest request, @Context Caller caller)
      throws IOException {
    try (InputStream body = RequestBody.open(request)) {
      Reading reading = new Reading(caller.tenant(), caller.sending(), Carried.by(request));
      String broken = read(reading, body);
      SamplesAnswer answer = reading.store();
      if (broken != null) {
        throw new BrokenBodyException(broken, answer.counts());
      }
      return answer;
    }
  }

  /** Null, or why the body can't be read to its end. */
  private String read(Reading reading, InputStream body) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      reading.readAll(parser);
      return null;
    } catch (IOException e) {
      return "the body can't be read beyond item %d: %s"
          .formatted(reading.index, RequestBody.damage(e));
    }
  }

  /** One request's samples: the good ones with their place in the body, and the refused ones. */
  private final class Reading {

    private final TenantId tenant;
    private final BatteryScope scope;
    private final Carried carried;
    private final List<Measured> good = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<SamplesAnswer.Rejected> rejected = new ArrayList<>();
    private int index;

    Reading(TenantId tenant, BatteryScope scope, Carried carried) {
      this.tenant = tenant;
      this.scope = scope;
      this.carried = carried;
    }

    void readAll(JsonParser parser) throws IOException {
      JsonToken first = parser.nextToken();
      ItemReader items = new ItemReader(json, parser);
      if (first == JsonToken.START_OBJECT) {
        take(items);
      } else if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          take(items);
        }
      } else {
        throw new InvalidException("", "the body must be a sample or an array of samples");
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more behind the samples");
      }
    }

    private void take(ItemReader items) throws IOException {
      if (good.size() + rejected.size() >= MAX_SAMPLES) {
        throw new ClientErrorException(
            "more than %d samples in one request: send them in parts".formatted(MAX_SAMPLES),
            Response.Status.REQUEST_ENTITY_TOO_LARGE);
      }
      try {
        SampleParser.Parsed parsed = SampleParser.parse(items.read());
        Battery battery =
            batteries
                .byCode(tenant, parsed.battery())
                .filter(found -> scope.includes(found.id()))
                .orElseThrow(
                    () ->
                        new InvalidException("battery", "no battery \"" + parsed.battery() + "\""));
        good.add(Belonging.of(battery, parsed.sample()));
        places.add(index);
        carried.add(battery);
      } catch (InvalidException e) {
        rejected.add(new SamplesAnswer.Rejected(index, e.getMessage()));
      }
      index++;
    }

    SamplesAnswer store() {
      Receipt receipt =
          good.isEmpty() ? new Receipt(0, 0, List.of(), List.of()) : ingest.store(tenant, good);
      receipt
          .rejected()
          .forEach(
              r -> rejected.add(new SamplesAnswer.Rejected(places.get(r.index()), r.reason())));
      List<SamplesAnswer.Warned> warnings =
          receipt.warnings().stream()
              .map(w -> new SamplesAnswer.Warned(places.get(w.index()), w.metric(), w.reason()))
              .toList();
      return SamplesAnswer.of(receipt.accepted(), receipt.duplicates(), rejected, warnings);
    }
  }
}
