package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetSummary;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.FleetTrend;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The figures of a fleet as JSON: always the same members, null where nothing is known. */
final class FleetFigures {

  private static final double WH_PER_KWH = 1000;

  private final Overview overview;
  private final Trends trends;

  FleetFigures(Overview overview, Trends trends) {
    this.overview = overview;
    this.trends = trends;
  }

  /** One object. */
  void write(JsonGenerator out, Viewer viewer, Optional<String> type) throws IOException {
    FleetSummary summary = overview.summary(viewer, type);
    out.writeStartObject();
    out.writeObjectFieldStart("conditions");
    for (Map.Entry<Condition, Integer> count : summary.conditions().entrySet()) {
      out.writeNumberField(count.getKey().jsonName(), count.getValue());
    }
    out.writeEndObject();
    out.writeNumberField("batteries", summary.batteries());
    out.writeNumberField("excluded", summary.excluded());
    number(out, "soc", rounded(summary.soc(), 100));
    number(out, "availableWh", Math.rint(summary.availableKWh() * WH_PER_KWH));
    number(out, "totalWh", Math.rint(summary.totalKWh() * WH_PER_KWH));
    number(out, "power", rounded(summary.power(), 10));
    number(out, "temperatureMax", summary.temperatureMax());
    writeHottest(out, summary);
    number(out, "delayP95Millis", summary.delayP95Millis());
    writePoint(out, trends.running(viewer, overview.weights(viewer, type)));
    out.writeEndObject();
  }

  private static void writeHottest(JsonGenerator out, FleetSummary summary) throws IOException {
    if (summary.hottest().isEmpty()) {
      out.writeNullField("hottest");
      return;
    }
    var battery = summary.hottest().get().battery();
    out.writeObjectFieldStart("hottest");
    out.writeStringField("id", battery.uid());
    out.writeStringField("name", battery.name());
    out.writeEndObject();
  }

  /** Time, power, SOC, and how many report. */
  private static void writePoint(JsonGenerator out, FleetTrend.Point point) throws IOException {
    out.writeArrayFieldStart("point");
    out.writeNumber(point.t());
    SampleJson.writeNumber(out, rounded(point.power(), 10));
    SampleJson.writeNumber(out, rounded(point.soc(), 100));
    out.writeNumber(point.reporting());
    out.writeEndArray();
  }

  private static void number(JsonGenerator out, String name, double value) throws IOException {
    out.writeFieldName(name);
    SampleJson.writeNumber(out, value);
  }

  private static double rounded(double value, int steps) {
    return Math.rint(value * steps) / steps;
  }
}
