package ca.edsquebec.trackingbms.connector.foxbms;

import static ca.edsquebec.trackingbms.connector.foxbms.Decoders.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the firmware does not mean what its frames seem to say, one test for each trap. */
class FoxBmsTrapsTest {

  private static final String VOLTAGE = "BatteryVoltage";
  private static final String CONNECTED = "NumberOfConnectedStrings";

  @Test
  void invalidFlagIsOneWhenTheCellIsValid() {
    Sample sample =
        after(
            Decoders.of(),
            Frames.of(
                0x250,
                "CellVoltage_000",
                3281,
                "CellVoltage_000_invalidFlag",
                1,
                "CellVoltage_001",
                4400,
                "CellVoltage_001_invalidFlag",
                0,
                "CellVoltage_002",
                3290,
                "CellVoltage_002_invalidFlag",
                1));
    assertThat(sample.cellVoltages()).containsExactly(3.281, Double.NaN, 3.29);
  }

  @Test
  void cellThatTurnsInvalidIsWithdrawn() {
    String valid = Frames.of(0x250, "CellVoltage_000", 3281, "CellVoltage_000_invalidFlag", 1);
    String other = Frames.of(0x250, "CellVoltage_001", 3281, "CellVoltage_001_invalidFlag", 1);
    assertThat(after(Decoders.of(), valid, other).cellVoltages())
        .containsExactly(Double.NaN, 3.281);
  }

  @Test
  void sensorThatIsInvalidHasNoTemperature() {
    String frame =
        Frames.of(
            0x260,
            "CellTemperature_000",
            -7,
            "CellTemperature_000_invalidFlag",
            1,
            "CellTemperature_001",
            99,
            "CellTemperature_002",
            21,
            "CellTemperature_002_invalidFlag",
            1);
    assertThat(after(Decoders.of(), frame).temperatures()).containsExactly(-7, Double.NaN, 21);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x3FFF, -0x4000})
  void saturatedPackVoltageIsNoOvervoltage(int raw) {
    Sample sample = after(Decoders.of(), Frames.of(0x233, VOLTAGE, raw, "BusVoltage", raw));
    assertThat(sample.has(Metric.PACK_VOLTAGE)).isFalse();
    assertThat(sample.extras()).doesNotContainKey("busVoltage");
  }

  @Test
  void saturatedPackVoltageIsReplacedByTheMeanOfTheStrings() {
    FoxBmsDecoder decoder = Decoders.of("strings", "2");
    Sample sample =
        after(
            decoder,
            Frames.of(0x233, VOLTAGE, 0x3FFF),
            Frames.of(0x243, "f_StringValuesP0_Mux", 0, "Voltage", 6540),
            Frames.of(0x243, "f_StringValuesP0_Mux", 1, "Voltage", 6543));
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(65.415);
    Sample recovered = after(decoder, Frames.of(0x233, VOLTAGE, 654));
    assertThat(recovered.value(Metric.PACK_VOLTAGE)).isEqualTo(65.4);
  }

  @Test
  void powerIsNotBelievedWhileThePackVoltageIsSaturated() {
    // As captured: 1638.3 V, 9 A and a power of 0.
    Sample sample = after(Decoders.of(), "243#00B3A80708000600", "233#7FFE08FC00000384");
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(57.49);
    assertThat(sample.value(Metric.CURRENT)).isEqualTo(-9);
    assertThat(sample.value(Metric.POWER)).isEqualTo(-517.4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFFF, -0x10000})
  void saturatedCurrentIsReplacedByTheSumOfTheStrings(int raw) {
    FoxBmsDecoder decoder = Decoders.of("strings", "2");
    String pack = Frames.of(0x233, "Current", raw, VOLTAGE, 650, "Power", raw);
    String one = Frames.of(0x243, "f_StringValuesP0_Mux", 0, "Current", -1000);
    Sample half = after(decoder, pack, one);
    assertThat(half.has(Metric.CURRENT)).isFalse();
    assertThat(half.has(Metric.POWER)).isFalse();
    String two = Frames.of(0x243, "f_StringValuesP0_Mux", 1, "Current", -1001);
    assertThat(after(decoder, two).value(Metric.CURRENT)).isEqualTo(20.01);
  }

  @Test
  void saturatedStringValuesAreNoValues() {
    String string = Frames.of(0x243, "Voltage", 0x1FFFF, "Current", -0x20000);
    Sample sample = after(Decoders.of(), string);
    assertThat(sample.isEmpty()).isTrue();
  }

  @Test
  void saturatedLimitsAreNoLimits() {
    Sample sample =
        after(
            Decoders.of(),
            Frames.of(
                0x232,
                "MaximumChargeCurrent",
                0xFFF,
                "MaximumDischargeCurrent",
                480,
                "MaximumBatteryVoltage",
                0xFF,
                "MinimumBatteryVoltage",
                25));
    assertThat(sample.has(Metric.CHARGE_CURRENT_LIMIT)).isFalse();
    assertThat(sample.value(Metric.DISCHARGE_CURRENT_LIMIT)).isEqualTo(120);
    assertThat(sample.has(Metric.CHARGE_VOLTAGE_LIMIT)).isFalse();
    assertThat(sample.value(Metric.DISCHARGE_VOLTAGE_LIMIT)).isEqualTo(100);
  }

  @Test
  void saturatedExtremesOfThePackAreNoExtremes() {
    Sample sample =
        after(
            Decoders.of(),
            Frames.of(0x230, "MinimumCellTemperature", 127, "MaximumCellTemperature", -128),
            Frames.of(0x231, "MinimumCellVoltage", 8191, "MaximumCellVoltage", -8192));
    assertThat(sample.isEmpty()).isTrue();
  }

  @Test
  void stringTemperaturesAreNotUsedBecauseTheyTurnNegativeAt64Degrees() {
    String seventy = Frames.of(0x241, "MaximumCellTemperature", -116);
    assertThat(after(Decoders.of(), seventy).isEmpty()).isTrue();
  }

  @Test
  void cellIndexesOfFourBitsNameNoCell() {
    String frame = Frames.of(0x231, "MaximumCellVoltageCellIndex", 15, "MaximumCellVoltage", 3300);
    Sample sample = after(Decoders.of(), frame);
    assertThat(sample.cellVoltages()).isEmpty();
    assertThat(sample.value(Metric.CELL_VOLTAGE_MAX)).isEqualTo(3.3);
  }

  @Test
  void stringsBeyondTheDatabaseAreDecodedWithinTheBatterysStrings() throws FrameException {
    String second = Frames.of(0x244, "f_StringValuesP1_Mux", 1, "EnergyCounter", 500);
    FoxBmsDecoder two = Decoders.of("strings", "2");
    String first = Frames.of(0x244, "EnergyCounter", -100);
    assertThat(after(two, second).extras()).as("a part of a sum").isEmpty();
    assertThat(after(two, first).extras()).containsEntry("energyCounter", -400.0);
    assertThatThrownBy(() -> Decoders.of().decode(Decoders.frame(second)))
        .isInstanceOf(FrameException.class)
        .hasMessage(
            "multiplexer 1 of f_StringValuesP1 is beyond the battery: setting strings is 1");
  }

  @Test
  void cellsBeyondTheBatteryAreNotReported() {
    String frame =
        Frames.of(
            0x250,
            "f_CellVoltages_Mux",
            4,
            "CellVoltage_000",
            3300,
            "CellVoltage_000_invalidFlag",
            1,
            "CellVoltage_002",
            3300,
            "CellVoltage_002_invalidFlag",
            1);
    assertThat(after(Decoders.of("cells", "18"), frame).cellVoltages()).hasSize(17);
  }

  @Test
  void cellsThatTheBmsIsToldAreNotCountedTwice() {
    String fromSlave = Frames.of(0x270, "CellVoltage_000", 3300, "CellVoltage_000_invalidFlag", 1);
    String sensor =
        Frames.of(0x280, "CellTemperature_000", 21, "CellTemperature_000_invalidFlag", 1);
    assertThat(after(Decoders.of(), fromSlave, sensor).isEmpty()).isTrue();
  }

  @Test
  void currentIsPositiveForChargingWhicheverWayTheFirmwareWasBuilt() {
    String frame =
        "233#" + Frames.of(0x233, VOLTAGE, 1416, "Current", -6000, "Power", -850).substring(4);
    Sample usual = after(Decoders.of(), frame);
    assertThat(usual.value(Metric.PACK_VOLTAGE)).isEqualTo(141.6);
    assertThat(usual.value(Metric.CURRENT)).isEqualTo(60);
    assertThat(usual.value(Metric.POWER)).isEqualTo(8500);
    Sample flipped = after(Decoders.of("currentSign", "charge-positive"), frame);
    assertThat(flipped.value(Metric.CURRENT)).isEqualTo(-60);
    assertThat(flipped.value(Metric.POWER)).isEqualTo(-8500);
  }

  @Test
  void stateOfHealthIsPassedOnAsReported() {
    String pack = Frames.of(0x235, "Soh", 193);
    String string = Frames.of(0x245, "Soh", 480);
    assertThat(after(Decoders.of(), string).value(Metric.SOH)).isEqualTo(96);
    assertThat(after(Decoders.of(), pack, string).value(Metric.SOH)).isEqualTo(96.5);
  }

  @Test
  void extremesOfVersion10AreInOneMessageWithWholeDegrees() {
    Sample sample =
        after(Decoders.of("version", "1.10.0"), "231#3924E3B000001A19", "241#003924E3C190C800");
    assertThat(sample.value(Metric.CELL_VOLTAGE_MIN)).isEqualTo(3.643);
    assertThat(sample.value(Metric.CELL_VOLTAGE_MAX)).isEqualTo(3.657);
    assertThat(sample.value(Metric.TEMPERATURE_MIN)).isEqualTo(25);
    assertThat(sample.value(Metric.TEMPERATURE_MAX)).isEqualTo(26);
  }

  @Test
  void insulationOfZeroWithoutAMonitorIsNoShortToEarth() {
    String off = Frames.of(0x220, CONNECTED, 1);
    String on =
        Frames.of(0x220, CONNECTED, 1, "InsulationMonitoring", 1, "InsulationResistance", 5);
    FoxBmsDecoder decoder = Decoders.of();
    assertThat(after(decoder, off, "234#0000000000000000").has(Metric.INSULATION)).isFalse();
    assertThat(after(Decoders.of(), on).value(Metric.INSULATION)).isEqualTo(1000);
    String fine = Frames.of(0x234, "InsulationResistance", 142);
    assertThat(after(decoder, on, fine, on).value(Metric.INSULATION)).isEqualTo(994);
  }
}
