package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.telemetry.CellSeries;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Thinned;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** What a battery said over time: up to a day of samples as stored. */
// Not {id} here: such a class would take every path of a battery for itself, and answer 404.
@Path("api/v1/batteries")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {

  /** A day at one sample a second, the shortest storage period. */
  private static final int MAX_ROWS = 90_000;

  /** A day at one sample each 5 s; of cells more than that could take the memory of all. */
  private static final int MAX_CELL_ROWS = 18_000;

  private final Fleet fleet;
  private final History history;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  public HistoryResource(Fleet fleet, History history, ObjectMapper json, Clock clock) {
    this.fleet = fleet;
    this.history = history;
    this.json = json;
    this.clock = clock;
  }

  /**
   * With {@code maxPoints}, for a chart: so many rows at most, of which none holds a value that was
   * not measured, and an empty one in each gap so that the line breaks. Without it, every sample
   * and nothing else. The gaps are named either way.
   */
  @GET
  @Path("{id}/history")
  public StreamingOutput history(
      @PathParam("id") String uid,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("metrics") @DefaultValue("soc,packVoltage,current,power") String metrics,
      @QueryParam("resolution") @DefaultValue("auto") String resolution,
      @QueryParam("maxPoints") String maxPoints,
      @Context Caller caller) {
    HistoryQuery.requireRaw(resolution);
    TimeRange range = HistoryQuery.range(from, to, clock);
    List<Metric> wanted = HistoryQuery.metrics(metrics);
    Battery battery = fleet.battery(caller.viewer(), uid);
    int most = HistoryQuery.maxPoints(maxPoints, MAX_ROWS);
    Thinned thinned = history.thinned(caller.viewer(), battery, range, wanted, most);
    BrokenLine line =
        BrokenLine.of(thinned.series().t(), maxPoints == null ? List.of() : thinned.gaps());
    return out -> {
      try (JsonGenerator generator = json.createGenerator(out)) {
        start(generator, battery, range, line.t(), thinned.measured());
        writeGaps(generator, thinned.gaps());
        generator.writeObjectFieldStart("metrics");
        for (Metric metric : wanted) {
          generator.writeObjectFieldStart(metric.jsonName());
          generator.writeStringField("unit", metric.unit());
          generator.writeArrayFieldStart("value");
          for (double value : line.values(thinned.series().columns().get(metric))) {
            SampleJson.writeNumber(generator, value);
          }
          generator.writeEndArray();
          generator.writeEndObject();
        }
        generator.writeEndObject();
        generator.writeEndObject();
      }
    };
  }

  @GET
  @Path("{id}/cells")
  public StreamingOutput cells(
      @PathParam("id") String uid,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @Context Caller caller) {
    TimeRange range = HistoryQuery.range(from, to, clock);
    Battery battery = fleet.battery(caller.viewer(), uid);
    CellSeries series = history.cells(caller.viewer(), battery.id(), range, MAX_CELL_ROWS + 1);
    if (series.size() > MAX_CELL_ROWS) {
      throw new InvalidException(
          "from", "more than %d samples: ask for a shorter time".formatted(MAX_CELL_ROWS));
    }
    return out -> {
      try (JsonGenerator generator = json.createGenerator(out)) {
        start(generator, battery, range, series.t(), series.t());
        generator.writeStringField("unit", "V");
        generator.writeArrayFieldStart("cellVoltages");
        for (int row = 0; row < series.size(); row++) {
          generator.writeStartArray();
          for (double volts : series.volts(row)) {
            SampleJson.writeNumber(generator, volts);
          }
          generator.writeEndArray();
        }
        generator.writeEndArray();
        generator.writeEndObject();
      }
    };
  }

  private static void writeGaps(JsonGenerator out, List<TimeRange> gaps) throws IOException {
    out.writeArrayFieldStart("gaps");
    for (TimeRange gap : gaps) {
      out.writeStartArray();
      out.writeNumber(gap.fromMillis());
      out.writeNumber(gap.toMillis());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void start(
      JsonGenerator out, Battery battery, TimeRange range, long[] t, long[] measured)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", battery.uid());
    out.writeStringField("battery", battery.code());
    out.writeStringField("resolution", "raw");
    out.writeStringField("from", HistoryQuery.local(range.fromMillis(), battery.zone()));
    out.writeStringField("to", HistoryQuery.local(range.toMillis(), battery.zone()));
    out.writeNumberField("storagePeriod", battery.storagePeriod().toMillis() / 1000.0);
    out.writeNumberField("coverage", Coverage.of(measured, range, battery.storagePeriod()));
    out.writeArrayFieldStart("t");
    for (long time : t) {
      out.writeNumber(time);
    }
    out.writeEndArray();
  }
}
