package ca.edsquebec.trackingbms.connector.jk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * What is kept of a refused frame, by any of its readers. Tag B2 as jk-uart-05 has it, codes of the
 * device record as jk-55aa-dev-10 (syssi/esphome-jk-bms at 2fa4323, docs and tests).
 */
class JkSecretsTest {

  private final JkConnector connector = new JkConnector();

  @Test
  void thePasswordOfATaggedAnswerIsBlottedOut() {
    String frame = "4E570121" + "79030C1CB2" + "14" + "B2" + "32323131383700000000" + "B300";
    assertThat(blotted(frame)).isEqualToIgnoringCase(frame.replace("323231313837", "2A2A2A2A2A2A"));
  }

  @Test
  void theCodesOfADeviceRecordAreBlottedOut() {
    String code = HexFormat.of().formatHex("617477".getBytes(StandardCharsets.US_ASCII));
    assertThat(blotted("55AAEB900300" + "00" + code + "0000" + "31323334" + "00"))
        .isEqualToIgnoringCase("55AAEB900300" + "00" + "2a".repeat(6) + "0000" + "2a2a2a2a00");
  }

  @Test
  void soAreThoseOfAText() {
    assertThat(text("no CAN line: 4e57012179030c1cb214b232323131383700000000b300"))
        .isEqualTo("no CAN line: " + "*".repeat(46));
    assertThat(text("221187")).as("a piece of a frame").isEqualTo("******");
    String reason = "truncated: 123 bytes: incomplete record of 300";
    assertThat(text(reason)).isEqualTo(reason);
  }

  private String text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new String(connector.withoutSecrets(bytes), StandardCharsets.ISO_8859_1);
  }

  private String blotted(String hex) {
    return HexFormat.of().formatHex(connector.withoutSecrets(HexFormat.of().parseHex(hex)));
  }
}
