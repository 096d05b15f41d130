package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.telemetry.CellSeries;
import ca.edsquebec.trackingbms.telemetry.Coverage;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Level;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;

/** The voltages of all cells by time. */
final class CellsAnswer {

  /** A day at one sample each 5 s; of cells more than that could take the memory of all. */
  private static final int MAX_ROWS = 18_000;

  private CellsAnswer() {}

  static StreamingOutput of(
      ObjectMapper mapper, History history, Viewer viewer, Battery battery, CellsQuery query) {
    CellSeries all = history.cells(viewer, battery.id(), query.range(), MAX_ROWS + 1);
    if (all.size() > MAX_ROWS) {
      throw new InvalidException(
          "from", "more than %d samples: ask for a shorter time".formatted(MAX_ROWS));
    }
    CellSeries series = all.thinned(query.maxPoints().orElse(MAX_ROWS));
    return stream -> {
      try (HistoryJson json = new HistoryJson(mapper, stream, battery, Level.RAW, query.range())) {
        json.coverage(Coverage.of(all.t(), query.range(), battery.storagePeriod()));
        json.times(series.t());
        json.out().writeStringField("unit", "V");
        json.out().writeArrayFieldStart("cellVoltages");
        for (int row = 0; row < series.size(); row++) {
          json.out().writeStartArray();
          json.writeAll(series.volts(row));
          json.out().writeEndArray();
        }
        json.out().writeEndArray();
        json.damaged(series.damaged());
        json.end();
      }
    };
  }
}
