package ca.edsquebec.trackingbms.connector.dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DbcMappingTest {

  private static final Dbc DBC =
      Dbc.parse(
          """
          BO_ 416 Pack: 8 Bms
           SG_ PackVoltage : 0|16@1+ (100,0) [0|0] "mV" X
           SG_ Pack_Current : 16|16@1- (0.1,0) [0|0] "A" X
           SG_ SOC : 32|8@1+ (0.5,0) [0|0] "%" X
           SG_ MaxCellVoltage : 40|16@1+ (1,0) [0|0] "mV" X
          BO_ 417 Cells: 8 Bms
           SG_ Row M : 0|8@1+ (1,0) [0|0] "" X
           SG_ Cell1_Voltage m0 : 8|16@1+ (1,0) [0|0] "mV" X
           SG_ Cell2_Voltage m1 : 8|16@1+ (1,0) [0|0] "mV" X
           SG_ Temperature1 : 32|16@1+ (0.1,0) [0|0] "K" X
           SG_ Overvoltage : 48|1@1+ (1,0) [0|0] "" X
          BO_ 418 Far: 64 Bms
           SG_ Beyond : 64|8@1+ (1,0) [0|0] "V" X
          """);

  @Test
  void proposesWhatNamesAndUnitsSay() {
    assertThat(DbcProposals.of(DBC))
        .isEqualTo(
            Map.of(
                "Pack.PackVoltage", "packVoltage",
                "Pack.Pack_Current", "current",
                "Pack.SOC", "soc",
                "Pack.MaxCellVoltage", "cellVoltageMax",
                "Cells.Cell1_Voltage", "cell/0",
                "Cells.Cell2_Voltage", "cell/1",
                "Cells.Temperature1", "temperature/0"));
  }

  @Test
  void takesUnitsAndSignOfTheFileToOurs() throws FrameException {
    List<Reading> readings =
        decoded(
            Map.of("Pack.PackVoltage", "packVoltage", "Pack.Pack_Current", "!current"),
            "1A0",
            "0B0264000000");
    assertThat(readings)
        .containsExactly(
            new Reading.Scalar(Metric.PACK_VOLTAGE, 52.3), new Reading.Scalar(Metric.CURRENT, -10));
  }

  @Test
  void addsTheSelectorThatALayoutNeeds() throws FrameException {
    Map<String, String> meanings =
        Map.of("Cells.Cell2_Voltage", "cell/1", "Cells.Temperature1", "temperature/0");
    assertThat(decoded(meanings, "1A1", "01E40C00B50B"))
        .containsExactly(new Reading.Temperature(0, 26.55), new Reading.Cell(1, 3.3));
    assertThat(decoded(meanings, "1A1", "00E40C00B50B"))
        .containsExactly(new Reading.Temperature(0, 26.55));
  }

  @Test
  void raisesAnAlarmAndTakesItBack() throws FrameException {
    Map<String, String> meanings = Map.of("Cells.Overvoltage", "alarm/cell-overvoltage/critical");
    assertThat(decoded(meanings, "1A1", "00000000000001"))
        .singleElement()
        .extracting(reading -> ((Reading.Alarms) reading).active().size())
        .isEqualTo(1);
    assertThat(decoded(meanings, "1A1", "00000000000000"))
        .containsExactly(new Reading.Alarms("1A1", List.of()));
  }

  @Test
  void yesAndAlarmFollowTheValueAsThePreviewDoes() throws FrameException {
    Dbc dbc =
        Dbc.parse(
            """
            BO_ 416 Pack: 8 Bms
             SG_ Fault : 0|8@1+ (1,-1) [0|0] "" X
             SG_ Heat : 32|32@1- (1,0) [0|0] "" X
            SIG_VALTYPE_ 416 Heat : 1;
            """);
    Map<String, String> alarms =
        Map.of(
            "Pack.Fault", "alarm/cell-overvoltage/critical",
            "Pack.Heat", "alarm/cell-undervoltage/warning");
    // Raw 1 is the value 0; 80000000 is -0.0, 7FC00000 says that there is no number.
    assertThat(decoded(dbc, alarms, "1A0", "0100000000000080"))
        .containsExactly(new Reading.Alarms("1A0", List.of()));
    assertThat(decoded(dbc, alarms, "1A0", "010000000000C07F"))
        .containsExactly(new Reading.Alarms("1A0", List.of()));
    assertThat(decoded(dbc, alarms, "1A0", "000000000000803F"))
        .singleElement()
        .extracting(reading -> ((Reading.Alarms) reading).active().size())
        .isEqualTo(2);
    assertThat(decoded(dbc, Map.of("Pack.Heat", "charge-allowed"), "1A0", "000000000000C07F"))
        .isEmpty();
  }

  @Test
  void aWideSelectorTellsLayoutsByAllOfItsBits() throws FrameException {
    Dbc dbc =
        Dbc.parse(
            """
            BO_ 416 Pack: 8 Bms
             SG_ Row M : 0|48@1+ (1,0) [0|0] "" X
             SG_ Cell m1 : 48|16@1+ (1,0) [0|0] "mV" X
            """);
    Map<String, String> meanings = Map.of("Pack.Cell", "cell/0");
    assertThat(decoded(dbc, meanings, "1A0", "010000000000E40C"))
        .containsExactly(new Reading.Cell(0, 3.3));
    assertThat(decoded(dbc, meanings, "1A0", "010000000100E40C")).isEmpty();
  }

  @Test
  void aSettingFitsWhereItIsKeptWhateverLettersNamesHave() {
    StringBuilder text = new StringBuilder("BO_ 416 Pack: 8 Bms\n");
    Map<String, String> meanings = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      String name = "電池".repeat(40) + i;
      text.append(" SG_ " + name + " : 0|8@1+ (1,0) [0|0] \"\" X\n");
      meanings.put("Pack." + name, "+n" + i);
    }
    Dbc dbc = Dbc.parse(text.toString());
    assertThat(DbcMapping.lines(dbc, meanings).length()).isLessThan(DbcConnector.MAX_BYTES);
    assertThatThrownBy(() -> DbcMapping.setting(dbc, meanings))
        .hasMessageContaining("300 signals are more than a battery's setting holds");
  }

  @Test
  void takesNumbersAndUnitsAsFilesWriteThem() throws FrameException {
    Dbc dbc =
        Dbc.parse(
            """
            BO_ 416 Pack: 8 Bms
             SG_ m1 : 0|8@1+ (1E+1,0) [0|0] "V" X
             SG_ Heat : 8|8@1+ (1.00000000000000000000000,0) [0|0] "degF" X
             SG_ Cold : 16|16@1+ (0.1,0) [0|0] "K" X
            """);
    Map<String, String> meanings =
        Map.of("Pack.m1", "packVoltage", "Pack.Heat", "temperature/0", "Pack.Cold", "!+cold");
    assertThat(DbcMapping.lines(dbc, meanings))
        .contains("1A0 m1 - 0|8@1 unsigned 1E+1 0 packVoltage 1 0")
        .contains("temperature/0 0.55555555556 -17.77777777778")
        .contains("+cold -1 0");
  }

  @Test
  void saysWhichSignalCannotBeMapped() {
    assertRefused(Map.of("Pack.SOC", "packVoltage"), "packVoltage is in V, and the signal in %");
    assertRefused(Map.of("Pack.Speed", "soc"), "no signal Pack.Speed");
    assertRefused(Map.of("Pack.SOC", "happiness"), "Pack.SOC", "happiness");
    assertRefused(Map.of("Far.Beyond", "packVoltage"), "Far.Beyond", "outside of 8 bytes");
    assertRefused(Map.of("Pack.SOC", "cell/999"), "cell/999");
  }

  private static List<Reading> decoded(Map<String, String> meanings, String id, String hex)
      throws FrameException {
    return decoded(DBC, meanings, id, hex);
  }

  private static List<Reading> decoded(Dbc dbc, Map<String, String> meanings, String id, String hex)
      throws FrameException {
    DbcConnector connector = new DbcConnector();
    ConnectorSettings settings =
        ConnectorSettings.of(connector, Map.of("signals", DbcMapping.lines(dbc, meanings)));
    Frame frame = Frame.can(0, Frame.canId(id), HexFormat.of().parseHex(hex));
    return connector.newDecoder(settings).decode(frame).orElseThrow();
  }

  private static void assertRefused(Map<String, String> meanings, String... reasons) {
    assertThatThrownBy(() -> DbcMapping.lines(DBC, meanings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(reasons);
  }
}
