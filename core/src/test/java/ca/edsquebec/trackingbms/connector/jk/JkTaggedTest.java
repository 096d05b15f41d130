package ca.edsquebec.trackingbms.connector.jk;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The current, which is written in two ways. */
class JkTaggedTest {

  @Test
  void theVersionTellsHowTheCurrentIsWritten() throws FrameException {
    assertThat(current("8480C8" + "C001")).isEqualTo(2);
    assertThat(current("842648" + "C000")).isEqualTo(2);
  }

  @Test
  void withoutTheVersionTheCurrentIsNotKnown() throws FrameException {
    assertThat(current("8480C8" + "BB00" + "C001")).as("an unknown tag before it").isNaN();
    assertThat(current("8401F4" + "BB00" + "C001")).as("5 A drawn, or 95 A charged").isNaN();
    assertThat(current("842648" + "BB00")).as("2 A charged, or 98 A drawn").isNaN();
  }

  private static double current(String tags) throws FrameException {
    String head = "4E570000" + "00000000" + "030001";
    byte[] telegram = HexFormat.of().parseHex(head + tags + "00".repeat(9));
    return JkTagged.read(telegram).orElseThrow().readings().stream()
        .filter(Reading.Scalar.class::isInstance)
        .map(Reading.Scalar.class::cast)
        .filter(scalar -> scalar.metric() == Metric.CURRENT)
        .findFirst()
        .orElseThrow()
        .value();
  }
}
