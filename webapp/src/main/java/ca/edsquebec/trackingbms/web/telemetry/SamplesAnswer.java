package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.telemetry.Coverage;
import ca.edsquebec.trackingbms.telemetry.Level;
import ca.edsquebec.trackingbms.telemetry.RawColumns;
import ca.edsquebec.trackingbms.telemetry.Thinned;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** Samples as they were measured. */
final class SamplesAnswer {

  private final ObjectMapper mapper;
  private final Battery battery;
  private final HistoryQuery query;

  SamplesAnswer(ObjectMapper mapper, Battery battery, HistoryQuery query) {
    this.mapper = mapper;
    this.battery = battery;
    this.query = query;
  }

  /** Of each metric as many as there are; read while they are written. */
  StreamingOutput of(RawColumns columns) {
    return stream -> {
      try (HistoryJson json = new HistoryJson(mapper, stream, battery, Level.RAW, query.range())) {
        json.out().writeArrayFieldStart("t");
        columns.times(json::writeAll);
        json.out().writeEndArray();
        json.coverage(columns.coverage());
        json.out().writeArrayFieldStart("gaps");
        columns.gaps(json::write);
        json.out().writeEndArray();
        json.out().writeObjectFieldStart("metrics");
        for (Metric metric : query.metrics()) {
          json.out().writeObjectFieldStart(metric.jsonName());
          json.out().writeStringField("unit", metric.unit());
          json.out().writeArrayFieldStart("value");
          columns.values(metric, json::writeAll);
          json.out().writeEndArray();
          json.out().writeEndObject();
        }
        json.out().writeEndObject();
        json.damaged(columns.damaged());
        json.end();
      }
    };
  }

  /** Who named a number of points draws a line: an empty row in each gap breaks it. */
  StreamingOutput of(Thinned thinned) {
    BrokenLine line =
        BrokenLine.of(
            thinned.series().t(), query.maxPoints().isEmpty() ? List.of() : thinned.gaps());
    return stream -> {
      try (HistoryJson json = new HistoryJson(mapper, stream, battery, Level.RAW, query.range())) {
        json.times(line.t());
        json.coverage(Coverage.of(thinned.measured(), query.range(), battery.storagePeriod()));
        json.gaps(thinned.gaps());
        json.out().writeObjectFieldStart("metrics");
        for (Metric metric : query.metrics()) {
          json.out().writeObjectFieldStart(metric.jsonName());
          json.out().writeStringField("unit", metric.unit());
          json.column("value", line.values(thinned.series().columns().get(metric)));
          json.out().writeEndObject();
        }
        json.out().writeEndObject();
        json.damaged(thinned.damaged());
        json.end();
      }
    };
  }
}
