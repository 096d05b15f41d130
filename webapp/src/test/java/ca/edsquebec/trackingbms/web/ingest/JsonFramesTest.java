package ca.edsquebec.trackingbms.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.intake.FrameBatch;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFramesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"exchanges\":[{\"ts\":1,\"response\":\"$#p0021234$\"}]}",
        "{\"exchanges\":[{\"ts\":1,\"response\":\"00\",\"request\":\"$#p0021234$\"}]}",
        "{\"frames\":[[1,\"$#p0021234$\",\"00\"]]}",
        "{\"frames\":[[1,\"233\",\"$#p0021234$\"]]}"
      })
  void whatCannotBeReadIsNotQuotedInTheReason(String body) throws IOException {
    JsonFrames read =
        JsonFrames.read(
            new ObjectMapper(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.content().batch().faults()).hasSize(1);
    FrameBatch.Fault fault = read.content().batch().faults().get(0);
    assertThat(fault.reason()).contains("hexadecimal").doesNotContain("1234");
  }
}
