package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.telemetry.Coverage;
import ca.edsquebec.trackingbms.telemetry.Level;
import ca.edsquebec.trackingbms.telemetry.RollupSeries;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Hours, days or months, with an empty row where one or more are missing between two. */
final class RollupsAnswer implements StreamingOutput {

  private final ObjectMapper mapper;
  private final Battery battery;
  private final HistoryQuery query;
  private final RollupSeries series;
  private final List<TimeRange> gaps;
  private final BrokenLine line;

  /**
   * @throws InvalidException when they are more than were asked for
   */
  RollupsAnswer(ObjectMapper mapper, Battery battery, HistoryQuery query, RollupSeries series) {
    this.mapper = mapper;
    this.battery = battery;
    this.query = query;
    this.series = series;
    this.gaps = BrokenLine.between(series.ranges());
    this.line = BrokenLine.of(series.ranges());
    requireFew();
  }

  // What was chosen for the caller is as few as it can be.
  private void requireFew() {
    int rows = line.t().length;
    if (query.resolution().isPresent() && rows > query.maxPoints().orElse(rows)) {
      throw new InvalidException(
          "maxPoints",
          "%d buckets of one %s, more than maxPoints %d: %s"
              .formatted(
                  rows,
                  HistoryQuery.nameOf(series.level()),
                  query.points(),
                  String.join(", or ", whatFits(rows))));
    }
  }

  private List<String> whatFits(int rows) {
    List<String> fitting = new ArrayList<>();
    for (Level level : List.of(Level.DAY, Level.MONTH)) {
      if (level.compareTo(series.level()) > 0
          && level.most(battery, query.range()) <= query.points()) {
        fitting.add("ask for resolution=" + HistoryQuery.nameOf(level));
        break;
      }
    }
    fitting.add(
        rows <= HistoryQuery.MAX_POINTS ? "for maxPoints=" + rows : "for all, without maxPoints");
    fitting.add("for a shorter time");
    return fitting;
  }

  @Override
  public void write(OutputStream stream) throws IOException {
    try (HistoryJson json =
        new HistoryJson(mapper, stream, battery, series.level(), query.range())) {
      json.times(line.t());
      json.coverage(Coverage.of(series, query.range()));
      json.gaps(gaps);
      json.column("bucketCoverage", line.values(series.coverage()));
      writeProvisional(json.out());
      RollupSeries.Throughput through = series.throughput();
      json.out().writeObjectFieldStart("throughput");
      json.column("chargeIn", line.values(through.chargeIn()));
      json.column("chargeOut", line.values(through.chargeOut()));
      json.column("energyIn", line.values(through.energyIn()));
      json.column("energyOut", line.values(through.energyOut()));
      json.out().writeEndObject();
      json.out().writeObjectFieldStart("metrics");
      for (Metric metric : query.metrics()) {
        write(json, metric, series.means().get(metric));
      }
      json.out().writeEndObject();
      json.end();
    }
  }

  private void writeProvisional(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("provisional");
    for (int row : line.rows()) {
      if (row == BrokenLine.EMPTY) {
        out.writeNull();
      } else {
        out.writeBoolean(series.provisional()[row]);
      }
    }
    out.writeEndArray();
  }

  private void write(HistoryJson json, Metric metric, RollupSeries.Means means) throws IOException {
    json.out().writeObjectFieldStart(metric.jsonName());
    json.out().writeStringField("unit", metric.unit());
    json.column("mean", line.values(means.mean()));
    json.column("min", line.values(means.min()));
    json.column("max", line.values(means.max()));
    json.column("last", line.values(means.last()));
    json.out().writeEndObject();
  }
}
