package ca.edsquebec.trackingbms.web.pull;

import ca.edsquebec.trackingbms.intake.pull.PullFault;
import ca.edsquebec.trackingbms.intake.pull.PullHeard;
import ca.edsquebec.trackingbms.measure.SampleJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;

/**
 * What a trial heard, as the API tells it: counts, why it failed, and the sample it would store.
 */
final class HeardJson {

  private HeardJson() {}

  static StreamingOutput of(PullHeard heard, ObjectMapper json) {
    return out -> {
      try (JsonGenerator generator = json.createGenerator(out)) {
        generator.writeStartObject();
        generator.writeBooleanField("understood", heard.fault().isEmpty());
        if (heard.fault().isPresent()) {
          generator.writeStringField("fault", heard.fault().map(PullFault::word).orElseThrow());
          generator.writeStringField("detail", heard.detail());
        }
        generator.writeNumberField("bytes", heard.bytes());
        generator.writeNumberField("framesUnderstood", heard.understood());
        generator.writeNumberField("framesIgnored", heard.ignored());
        generator.writeNumberField("framesRefused", heard.refused());
        if (!heard.sample().isEmpty()) {
          generator.writeObjectFieldStart("sample");
          SampleJson.writeFields(generator, heard.sample());
          generator.writeEndObject();
        }
        generator.writeEndObject();
      }
    };
  }
}
