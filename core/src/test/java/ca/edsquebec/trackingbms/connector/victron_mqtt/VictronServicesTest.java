package ca.edsquebec.trackingbms.connector.victron_mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A GX device that has a BMS and a shunt, which is usual: each is a battery service. */
class VictronServicesTest {

  private static final long SECOND = 1_000_000;
  private static final String BMS = "N/c0619ab12345/battery/512/";
  private static final String SHUNT = "N/c0619ab12345/battery/279/";
  private static final String OTHER_SITE = "N/c0619ab99999/battery/512/";

  private final Decoder any = decoder(Map.of());

  @Test
  void twoServicesDoNotBecomeOneBattery() throws FrameException {
    assertThat(soc(any, 0, BMS, "{\"value\": 83.9}")).isEqualTo(83.9);
    assertRefused(any, SECOND, SHUNT, "battery/279 speaks beside c0619ab12345/battery/512");
    assertRefused(any, SECOND, OTHER_SITE, "c0619ab99999/battery/512 speaks beside");
    assertThat(soc(any, 2 * SECOND, BMS, "{\"value\": 84}")).isEqualTo(84);
  }

  @Test
  void oneThatIsNamedIsHeardAndTheOthersAreOfNoInterest() throws FrameException {
    Decoder shunt = decoder(Map.of("instance", "279"));
    assertThat(shunt.decode(frame(0, BMS + "Soc", "{\"value\": 83.9}"))).isEmpty();
    assertThat(soc(shunt, 0, SHUNT, "{\"value\": 81}")).isEqualTo(81);
  }

  @Test
  void anotherOneIsHeardWhenTheFirstIsGoneOrSilent() throws FrameException {
    assertThat(soc(any, 0, BMS, "{\"value\": 83.9}")).isEqualTo(83.9);
    assertThat(soc(any, SECOND, BMS, "")).isNaN();
    assertThat(soc(any, 2 * SECOND, SHUNT, "{\"value\": 81}")).isEqualTo(81);
    assertThat(soc(any, 63 * SECOND, BMS, "{\"value\": 80}")).isEqualTo(80);
  }

  private static void assertRefused(Decoder decoder, long micros, String service, String reason) {
    assertThatThrownBy(() -> soc(decoder, micros, service, "{\"value\": 81}"))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining(reason);
  }

  private static double soc(Decoder decoder, long micros, String service, String payload)
      throws FrameException {
    List<Reading> said = decoder.decode(frame(micros, service + "Soc", payload)).orElseThrow();
    assertThat(said).singleElement().isInstanceOf(Reading.Scalar.class);
    Reading.Scalar scalar = (Reading.Scalar) said.get(0);
    assertThat(scalar.metric()).isEqualTo(Metric.SOC);
    return scalar.value();
  }

  private static Frame frame(long micros, String topic, String payload) {
    byte[] data = payload.getBytes(StandardCharsets.UTF_8);
    return new Frame(micros, -1, data, new byte[0], topic, "");
  }

  private static Decoder decoder(Map<String, String> settings) {
    VictronMqttConnector connector = new VictronMqttConnector();
    return connector.newDecoder(ConnectorSettings.of(connector, settings));
  }
}
