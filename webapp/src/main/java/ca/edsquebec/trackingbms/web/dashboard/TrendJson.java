package ca.edsquebec.trackingbms.web.dashboard;

import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.telemetry.FleetTrend;
import ca.edsquebec.trackingbms.telemetry.Trends;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The trend for the page's chart: {@code {"from":…,"step":…,"complete":…,"power":[…],"soc":[…],
 * "reporting":[…]}}, times in epoch milliseconds, power in W, SOC in %.
 */
final class TrendJson {

  private static final JsonFactory JSON = new JsonFactory();

  private TrendJson() {}

  /**
   * @param live how many batteries are live: a running slot of fewer is left out, since its sum
   *     would be that of some only
   */
  static String of(FleetTrend trend, int live) {
    boolean whole = trend.running().reporting() >= live;
    int slots = trend.soc().length - (whole ? 0 : 1);
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("from", trend.fromMillis());
      out.writeNumberField("step", Trends.SLOT.toMillis());
      out.writeBooleanField("complete", trend.complete());
      write(out, "power", trend.power(), slots, 1);
      write(out, "soc", trend.soc(), slots, 10);
      out.writeArrayFieldStart("reporting");
      for (int slot = 0; slot < slots; slot++) {
        out.writeNumber(trend.reporting()[slot]);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  private static void write(
      JsonGenerator out, String name, double[] values, int slots, double precision)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (int slot = 0; slot < slots; slot++) {
      SampleJson.writeNumber(out, Math.rint(values[slot] * precision) / precision);
    }
    out.writeEndArray();
  }
}
