package ca.edsquebec.trackingbms.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleJsonTest {

  private static String json(Sample sample) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      SampleJson.write(out, sample);
    }
    return text.toString();
  }

  @Test
  void writesTheNamesOfTheContract() throws IOException {
    Sample sample =
        new Sample.Builder(1_764_000_000_000L)
            .put(Metric.PACK_VOLTAGE, 52.31)
            .put(Metric.CURRENT, -74.2)
            .put(Metric.SOC, 62)
            .cellVoltages(3.281, Double.NaN)
            .temperatures(24.6)
            .balancing(true, false)
            .state(BatteryState.DISCHARGING)
            .chargeAllowed(true)
            .dischargeAllowed(false)
            .alarms(
                List.of(
                    new Alarm(AlarmCode.CELL_OVERVOLTAGE, AlarmLevel.WARNING, "OvMol"),
                    new Alarm(AlarmCode.UNSPECIFIED, AlarmLevel.CRITICAL, "")))
            .extra("socMaximum", 63)
            .extra("busVoltage", 52.3)
            .build();
    assertThat(json(sample))
        .isEqualTo(
            "{\"ts\":1764000000000,\"packVoltage\":52.31,\"current\":-74.2,\"soc\":62,"
                + "\"cellVoltages\":[3.281,null],\"temperatures\":[24.6],"
                + "\"balancing\":[true,false],\"state\":\"discharging\","
                + "\"chargeAllowed\":true,\"dischargeAllowed\":false,"
                + "\"alarms\":[{\"code\":\"cell-overvoltage\",\"level\":\"warning\","
                + "\"raw\":\"OvMol\"},{\"code\":\"unspecified\",\"level\":\"critical\"}],"
                + "\"busVoltage\":52.3,\"socMaximum\":63}");
  }

  @Test
  void leavesOutWhatIsAbsent() throws IOException {
    assertThat(json(new Sample.Builder(5).put(Metric.SOC, Double.POSITIVE_INFINITY).build()))
        .isEqualTo("{\"ts\":5}");
  }

  @Test
  void keepsThatADeviceReportsNoAlarm() throws IOException {
    assertThat(json(new Sample.Builder(5).alarms(List.of()).build()))
        .isEqualTo("{\"ts\":5,\"alarms\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1500, -1500",
    "3.281, 3.281",
    "3.2810000000000001, 3.281",
    "0.30000000000000004, 0.3",
    "141.60000000000002, 141.6",
    "0.000001, 0.000001",
    "1e12, 1000000000000",
    "123456789.125, 123456789.125",
    "0.1234567891, 0.1234567891",
    "NaN, null",
    "Infinity, null"
  })
  void writesNumbersWithoutNoise(double value, String expected) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      SampleJson.writeNumber(out, value);
    }
    assertThat(text).hasToString(expected);
  }
}
