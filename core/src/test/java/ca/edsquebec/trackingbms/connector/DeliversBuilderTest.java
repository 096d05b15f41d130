package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliversBuilderTest {

  @Test
  void tableSaysWhatItsFieldsMean() {
    FieldTable table =
        FieldTable.parse(
            """
            voltage_V   0  u16  0.1  packVoltage
            counter     2  u16  1    -
            nominal_Ah  4  u16  1    +nominalCapacity
            charge_fet  6  u8   1    charge-allowed
            """);
    assertThat(new DeliversBuilder().fields(table).measured())
        .isEqualTo(
            new DeliversBuilder()
                .metrics(Metric.PACK_VOLTAGE)
                .extras("nominalCapacity")
                .parts(Part.CHARGE_ALLOWED)
                .measured());
  }

  @Test
  void wordOfBitsRaisesItsAlarmsAndForAnUnknownBitOther() {
    AlarmBits bits =
        AlarmBits.table(
            """
            0  high     cell-overvoltage  critical
            1  charged  -
            """);
    Delivers delivers = new DeliversBuilder().alarms(bits).measured();
    assertThat(delivers.alarms())
        .containsExactlyInAnyOrder(AlarmCode.CELL_OVERVOLTAGE, AlarmCode.OTHER);
    assertThat(delivers.parts()).containsExactly(Part.ALARMS);
  }

  @Test
  void meaningThatDoesNotExistIsRefused() {
    DeliversBuilder builder = new DeliversBuilder();
    assertThatThrownBy(() -> builder.meanings(List.of("noSuchMetric")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void onlyOneKindIsBlindToSomeCurrents() {
    assertThat(Connectors.installed())
        .filteredOn(c -> c.delivers().filter(d -> !d.blind().isEmpty()).isPresent())
        .extracting(Connector::id)
        .containsExactly("greenbms");
  }
}
