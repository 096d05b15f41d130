package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.Level;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The parts of which answers about the past are made. */
final class HistoryJson implements AutoCloseable {

  private final JsonGenerator out;

  /** Begins the one object. */
  HistoryJson(
      ObjectMapper mapper, OutputStream stream, Battery battery, Level level, TimeRange range)
      throws IOException {
    out = mapper.createGenerator(stream);
    // What breaks off must not look complete.
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    out.writeStartObject();
    out.writeStringField("id", battery.uid());
    out.writeStringField("battery", battery.code());
    out.writeStringField("resolution", HistoryQuery.nameOf(level));
    out.writeStringField("from", local(range.fromMillis(), battery.zone()));
    out.writeStringField("to", local(range.toMillis(), battery.zone()));
    out.writeNumberField("storagePeriod", battery.storagePeriod().toMillis() / 1000.0);
  }

  private static String local(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime().toString();
  }

  /** For what is not below. */
  JsonGenerator out() {
    return out;
  }

  void times(long[] t) throws IOException {
    out.writeArrayFieldStart("t");
    writeAll(t);
    out.writeEndArray();
  }

  /** Into the array that is open. */
  void writeAll(long[] numbers) throws IOException {
    for (long number : numbers) {
      out.writeNumber(number);
    }
  }

  /** Into the array that is open; null for NaN. */
  void writeAll(double[] numbers) throws IOException {
    for (double number : numbers) {
      SampleJson.writeNumber(out, number);
    }
  }

  void column(String name, double[] numbers) throws IOException {
    out.writeArrayFieldStart(name);
    writeAll(numbers);
    out.writeEndArray();
  }

  void coverage(double share) throws IOException {
    out.writeNumberField("coverage", share);
  }

  void gaps(List<TimeRange> gaps) throws IOException {
    ranges("gaps", gaps);
  }

  /** Hours that can't be read; nothing when there are none. */
  void damaged(List<TimeRange> hours) throws IOException {
    if (!hours.isEmpty()) {
      ranges("damaged", hours);
    }
  }

  private void ranges(String name, List<TimeRange> ranges) throws IOException {
    out.writeArrayFieldStart(name);
    for (TimeRange range : ranges) {
      write(range);
    }
    out.writeEndArray();
  }

  /** Into the array that is open. */
  void write(TimeRange range) throws IOException {
    out.writeStartArray();
    out.writeNumber(range.fromMillis());
    out.writeNumber(range.toMillis());
    out.writeEndArray();
  }

  /** Ends the object: all is there. */
  void end() throws IOException {
    out.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
