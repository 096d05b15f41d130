package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The output of {@code tbms decode}, character by character. */
class DecodingTest {

  private static final String VALUES = "233#050E0A1C000C0064";

  private static List<String> decode(boolean raw, boolean each, String... lines)
      throws IOException {
    Connector connector = Connectors.withId("foxbms").orElseThrow();
    Decoding decoding =
        new Decoding(connector, ConnectorSettings.of(connector, Map.of()), raw, each);
    byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    decoding.run(new ByteArrayInputStream(input), out);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).matches("(?s)|.*\n");
    return text.lines().toList();
  }

  private static String at(String seconds, String frame) {
    return "(%s) can0 %s".formatted(seconds, frame);
  }

  @Test
  void rawSaysWhatTheWireSaid() throws IOException {
    assertThat(
            decode(true, false, at("1767225600.000050", VALUES), at("1767225601.000000", VALUES)))
        .containsExactly(
            "{\"ts\":1767225600000.05,\"id\":\"233\",\"signals\":{\"BatteryVoltage\":64.7,"
                + "\"BusVoltage\":64.7,\"Power\":0.06,\"Current\":1}}",
            "{\"ts\":1767225601000,\"id\":\"233\",\"signals\":{\"BatteryVoltage\":64.7,"
                + "\"BusVoltage\":64.7,\"Power\":0.06,\"Current\":1}}");
  }

  @Test
  void samplesAreCutOnTheGridAndALastOneAtTheEnd() throws IOException {
    assertThat(
            decode(
                false,
                false,
                at("1767225601.000000", VALUES),
                at("1767225605.000000", "233#050E0A1C00000000"),
                at("1767225606.500900", VALUES)))
        .containsExactly(
            "{\"ts\":1767225605000,\"packVoltage\":64.7,\"current\":0,\"power\":0,"
                + "\"busVoltage\":64.7}",
            "{\"ts\":1767225606500,\"packVoltage\":64.7,\"current\":-1,\"power\":-60,"
                + "\"busVoltage\":64.7}");
  }

  @Test
  void aLineThatCanNotBeDecodedIsReportedAndTheRunGoesOn() throws IOException {
    String cut = "(1767225601.000000) can0 23";
    String shortOne = at("1767225601.000000", "233#05");
    assertThat(decode(true, false, cut, shortOne, at("1767225601.000000", "7F0#00"), "", VALUES))
        .containsExactly(
            "{\"error\":\"candump line ends before the # of its frame\",\"frame\":\"" + cut + "\"}",
            "{\"error\":\"1 bytes where f_PackValuesP0 has 8\",\"frame\":\"" + shortOne + "\"}",
            "{\"error\":\"not a CAN frame: it has no identifier\",\"frame\":\"" + VALUES + "\"}");
  }

  @Test
  void eachLineGivesExactlyOneObject() throws IOException {
    assertThat(
            decode(
                false,
                true,
                "{\"id\":\"0x233\",\"data_hex\":\"050E0A1C000C0064\"}",
                "{\"id\":\"0x210\",\"data_hex\":\"0000000000000000\"}",
                "{\"id\":\"0x7F0\",\"data_hex\":\"00\"}",
                "",
                "{\"id\":\"0x233\",\"data_hex\":\"\"}",
                at("1767225600.000050", VALUES),
                at("1767225600.000050", "233#R")))
        .containsExactly(
            "{\"line\":1,\"ok\":true,\"samples\":[{\"packVoltage\":64.7,\"current\":-1,"
                + "\"power\":-60,\"busVoltage\":64.7}]}",
            "{\"line\":2,\"ok\":true,\"samples\":[]}",
            "{\"line\":3,\"ok\":true,\"samples\":[]}",
            "{\"line\":4,\"ok\":true,\"samples\":[]}",
            "{\"line\":5,\"ok\":false,\"error\":\"0 bytes where f_PackValuesP0 has 8\"}",
            "{\"line\":6,\"ok\":true,\"samples\":[{\"ts\":1767225600000,\"packVoltage\":64.7,"
                + "\"current\":-1,\"power\":-60,\"busVoltage\":64.7}]}",
            "{\"line\":7,\"ok\":true,\"samples\":[]}");
  }

  @Test
  void eachLineRawGivesItsSignals() throws IOException {
    assertThat(
            decode(true, true, "t2348C000000000000000", "{\"id\":\"0x7F0\",\"data_hex\":\"00\"}"))
        .containsExactly(
            "{\"line\":1,\"ok\":true,\"signals\":{\"InsulationResistance\":43008}}",
            "{\"line\":2,\"ok\":true,\"signals\":{}}");
  }

  @Test
  void framesWithoutTimesGiveOneSampleAtTheEnd() throws IOException {
    assertThat(decode(false, false, "t2338050E0A1C000C0064", "t2338050E0A1C00000000"))
        .containsExactly("{\"packVoltage\":64.7,\"current\":0,\"power\":0,\"busVoltage\":64.7}");
  }

  @Test
  void anEmptyInputGivesNothing() throws IOException {
    assertThat(decode(false, false)).isEmpty();
  }
}
