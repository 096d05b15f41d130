package ca.edsquebec.trackingbms.connector.dbc;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DbcPreviewTest {

  private static final Dbc DBC =
      Dbc.parse(
          """
          BO_ 416 Pack: 8 Bms
           SG_ Voltage : 7|16@0+ (100,0) [0|0] "mV" X
           SG_ Current : 16|16@1- (0.1,0) [0|0] "A" X
          BO_ 417 Cells: 8 Bms
           SG_ Row M : 0|8@1+ (1,0) [0|0] "" X
           SG_ First m0 : 8|16@1+ (1,0) [0|0] "mV" X
           SG_ Second m1 : 8|16@1+ (1,0) [0|0] "mV" X
          BO_ 418 Far: 64 Bms
           SG_ Beyond : 64|8@1+ (1,0) [0|0] "V" X
          """);

  private static final List<Frame> FRAMES =
      List.of(
          frame(1_000, "1A0", "020B640000000000"),
          frame(2_000, "1A1", "00E50C0000000000"),
          frame(3_000, "1A1", "01E30C0000000000"),
          frame(4_000, "1A0", "020C"),
          frame(5_000, "7FF", "FF"));

  @Test
  void showsTheLastValueOfEachSignalInBothUnits() {
    Map<String, DbcPreview.Value> values =
        DbcPreview.of(
            DBC.messages(),
            Map.of(
                "Pack.Voltage", "packVoltage", "Pack.Current", "!current", "Cells.First", "cell/0"),
            FRAMES);
    assertThat(values)
        .containsEntry("Pack.Voltage", new DbcPreview.Value(new BigDecimal("52400"), 52.4, 4))
        .containsEntry("Pack.Current", new DbcPreview.Value(new BigDecimal("10"), -10, 1))
        .containsEntry("Cells.First", new DbcPreview.Value(new BigDecimal("3301"), 3.301, 2))
        .containsEntry("Cells.Second", new DbcPreview.Value(new BigDecimal("3299"), 3299, 3))
        .doesNotContainKey("Far.Beyond");
  }

  @Test
  void showsWhatCannotBeMeantInTheUnitOfTheFile() {
    Map<String, DbcPreview.Value> values =
        DbcPreview.of(DBC.messages(), Map.of("Pack.Voltage", "soc"), FRAMES);
    assertThat(values.get("Pack.Voltage").ours()).isEqualTo(52400);
  }

  @Test
  void offersWhatFitsTheUnit() {
    Message pack = DBC.messages().get(0);
    assertThat(DbcMapping.kinds(pack.signals().get(1)))
        .contains("current", "chargeCurrentLimit")
        .doesNotContain("packVoltage", "cell", "soc");
    assertThat(DbcMapping.kinds(pack.signals().get(0))).contains("packVoltage", "cell");
    assertThat(DbcMapping.asItself(pack.signals().get(0))).isEqualTo("+voltage");
  }

  @Test
  void keepsOfAProposalWhatCanBe() {
    Map<String, String> proposed =
        Map.of("Pack.Voltage", "packVoltage", "Pack.Current", "soc", "Far.Beyond", "packVoltage");
    assertThat(DbcMapping.readable(DBC, proposed)).isEqualTo(Map.of("Pack.Voltage", "packVoltage"));
    Message message = DBC.messages().get(1);
    assertThat(DbcMapping.fault(message, message.signals().get(1), "cell/0"))
        .isEqualTo(Optional.empty());
  }

  @Test
  void readsMeaningsAsTheyWereWritten() {
    Map<String, String> meanings = Map.of("A.B", "!current", "A.C", "alarm/low-soc/warning");
    assertThat(MeaningLines.read(MeaningLines.write(meanings))).isEqualTo(meanings);
    assertThat(MeaningLines.read("")).isEmpty();
  }

  private static Frame frame(long micros, String id, String hex) {
    return Frame.can(micros, Frame.canId(id), HexFormat.of().parseHex(hex));
  }
}
