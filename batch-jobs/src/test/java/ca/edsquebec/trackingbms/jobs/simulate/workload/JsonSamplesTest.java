package ca.edsquebec.trackingbms.jobs.simulate.workload;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.SampleJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonSamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long START = 1_760_000_000_000L;

  private final JsonSamples samples = new JsonSamples();

  private static JsonNode expected(String code, int battery, long ts) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      SampleJson.write(out, Bms1.sample(battery, ts));
    }
    ObjectNode node = (ObjectNode) JSON.readTree(text.toString());
    return node.put("battery", code);
  }

  private JsonNode written() throws IOException {
    return JSON.readTree(samples.toBytes());
  }

  @Test
  void writesWhatAnybodyElseWritesOfTheSample() throws IOException {
    for (int i = 0; i < 500; i++) {
      long ts = START + i * 172_800L;
      samples.clear().add("B-" + i, i, ts);
      assertThat(written().get(0)).isEqualTo(expected("B-" + i, i, ts));
    }
  }

  @Test
  void holdsManyInTheirOrder() throws IOException {
    for (int i = 0; i < 1000; i++) {
      samples.add("B-" + i, i, START);
    }
    assertThat(samples.count()).isEqualTo(1000);
    assertThat(written()).hasSize(1000);
    assertThat(written().get(999)).isEqualTo(expected("B-999", 999, START));
  }

  @Test
  void beginsAnew() throws IOException {
    samples.add("A", 1, START);
    samples.clear().add("B", 2, START);
    assertThat(written()).containsExactly(expected("B", 2, START));
  }

  @Test
  void withoutASampleItIsAnEmptyArray() throws IOException {
    assertThat(written()).isEqualTo(JSON.createArrayNode());
  }
}
