package ca.edsquebec.trackingbms.connector.foxbms;

import static ca.edsquebec.trackingbms.connector.foxbms.Decoders.after;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.BatteryState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {

  @ParameterizedTest
  @CsvSource({
    "0, UNKNOWN",
    "2, UNKNOWN",
    "3, IDLE",
    "5, IDLE",
    "6, IDLE",
    "7, UNKNOWN",
    "8, DISCHARGING",
    "9, CHARGING",
    "10, FAULT",
    "11, UNKNOWN",
    "15, UNKNOWN"
  })
  void withoutACurrentTheStateSaysWhatTheBatteryDoes(int bmsState, BatteryState expected) {
    String frame = Frames.of(0x220, "BmsState", bmsState);
    assertThat(after(Decoders.of(), frame).state()).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7000, DISCHARGING",
    "7, -2400, CHARGING",
    "7, 20, IDLE",
    "7, -20, IDLE",
    "7, 21, DISCHARGING",
    "9, -6000, CHARGING",
    "9, 0, IDLE",
    "8, -2400, CHARGING",
    "10, 7000, FAULT",
    "5, 7000, IDLE"
  })
  void withClosedContactorsTheCurrentDecides(int bmsState, int current, BatteryState expected) {
    String values = Frames.of(0x233, "Current", current);
    String frame = Frames.of(0x220, "BmsState", bmsState);
    assertThat(after(Decoders.of(), values, frame).state()).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"7, CHARGING", "8, CHARGING"})
  void chargingFlagSpeaksWhereTheCurrentIsNotKnown(int bmsState, BatteryState expected) {
    String frame = Frames.of(0x220, "BmsState", bmsState, "BmsChargingFlag", 1);
    assertThat(after(Decoders.of(), frame).state()).hasValue(expected);
  }
}
