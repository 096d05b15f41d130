package ca.edsquebec.trackingbms.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.jobs.simulate.workload.JsonSamples;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WorkloadParserTest {

  private static final long START = 1_760_000_000_000L;

  @Test
  void loadIsReadAsTheSamplesItWasMadeOf() throws IOException {
    JsonSamples samples = new JsonSamples();
    for (int i = 0; i < 500; i++) {
      long ts = START + i * 172_800L;
      samples.clear().add("B-1", i, ts);
      SampleParser.Parsed parsed =
          SampleParser.parse(new JsonMapper().readTree(samples.toBytes()).get(0));
      assertThat(parsed.sample()).isEqualTo(Bms1.sample(i, ts));
      assertThat(parsed.battery()).isEqualTo("B-1");
    }
  }
}
