package ca.edsquebec.trackingbms.web.bootstrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How JSON is read and written everywhere. */
final class Json {

  /** Where no resource limits a body itself: the largest that any of them takes, and more. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxDocumentLength(20L << 20).maxStringLength(2 << 20).build();

  private Json() {}

  static ObjectMapper mapper() {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        // A sender that knows more than we do is welcome.
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
        .build();
  }
}
