package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Level;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;

/** What a battery said over time: its samples, or what is kept of hours, days and months. */
// Not {id} here: such a class would take every path of a battery for itself, and answer 404.
@Path("api/v1/batteries")
@Requires(Permission.VIEW_FLEET)
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {

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
   * {@code auto}, or a resolution with {@code maxPoints}, is for a chart: so many rows at most, in
   * which no extreme is missing. An empty row stands in each gap of rollups, and of samples when
   * {@code maxPoints} was said, so that the line breaks. A resolution without {@code maxPoints}
   * gives all there is; of samples then nothing else. The gaps are named either way.
   */
  @GET
  @Path("{id}/history")
  public Response history(
      @PathParam("id") String uid,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("metrics") @DefaultValue("soc,packVoltage,current,power") String metrics,
      @QueryParam("resolution") @DefaultValue("auto") String resolution,
      @QueryParam("maxPoints") String maxPoints,
      @Context Request request,
      @Context Caller caller) {
    HistoryQuery query =
        new HistoryQuery(
            HistoryQuery.range(from, to, clock),
            HistoryQuery.metrics(metrics),
            HistoryQuery.resolution(resolution),
            HistoryQuery.maxPoints(maxPoints));
    Battery battery = fleet.battery(caller.viewer(), uid);
    Level level = query.level(battery);
    String stamp = history.stamp(caller.viewer(), battery, level, query.range());
    return new Tag(battery.uid() + query, stamp)
        .answer(request, () -> answer(caller.viewer(), battery, query, level));
  }

  private StreamingOutput answer(Viewer viewer, Battery battery, HistoryQuery query, Level level) {
    if (level != Level.RAW) {
      return new RollupsAnswer(
          json,
          battery,
          query,
          history.rollups(viewer, battery, level, query.range(), query.metrics()));
    }
    SamplesAnswer samples = new SamplesAnswer(json, battery, query);
    return query.isUnlimited()
        ? samples.of(history.columns(viewer, battery, query.range()))
        : samples.of(
            history.thinned(viewer, battery, query.range(), query.metrics(), query.points()));
  }

  /** The cells of every sample that has some, or with {@code maxPoints} those of the extremes. */
  @GET
  @Path("{id}/cells")
  public Response cells(
      @PathParam("id") String uid,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("maxPoints") String maxPoints,
      @Context Request request,
      @Context Caller caller) {
    CellsQuery query =
        new CellsQuery(HistoryQuery.range(from, to, clock), HistoryQuery.maxPoints(maxPoints));
    Battery battery = fleet.battery(caller.viewer(), uid);
    String stamp = history.stamp(caller.viewer(), battery, Level.RAW, query.range());
    return new Tag(battery.uid() + query, stamp)
        .answer(request, () -> CellsAnswer.of(json, history, caller.viewer(), battery, query));
  }
}
