package ca.edsquebec.trackingbms.jobs.console;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.SampleJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A sample as it is told, in the names and units of the API. */
public final class ShownSample {

  private static final JsonMapper JSON = new JsonMapper();

  private ShownSample() {}

  public static Map<String, Object> values(Sample sample) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      json.writeStartObject();
      SampleJson.writeFields(json, sample);
      json.writeEndObject();
      json.flush();
      return JSON.readValue(text.toString(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("a sample that JSON can't hold", e);
    }
  }

  /** {@code packVoltage 52.5 V}, a line a value. */
  public static List<String> lines(Sample sample) {
    return values(sample).entrySet().stream()
        .map(
            entry ->
                "  %-24s %s %s"
                    .formatted(
                        entry.getKey(),
                        entry.getValue(),
                        Metric.named(entry.getKey()).map(Metric::unit).orElse(""))
                    .stripTrailing())
        .toList();
  }
}
