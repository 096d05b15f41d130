package ca.edsquebec.trackingbms.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Positions are stored: a constant may only be added at the end, and then here. */
class StoredOrderTest {

  @Test
  void keepsThePositionsOfAlarms() {
    assertThat(AlarmCode.values()).hasSizeLessThan(64);
    assertThat(Arrays.stream(AlarmCode.values()).map(AlarmCode::jsonName))
        .startsWith(
            "cell-overvoltage",
            "cell-undervoltage",
            "pack-overvoltage",
            "pack-undervoltage",
            "deep-discharge",
            "cell-imbalance",
            "cell-failure",
            "open-wire",
            "cell-count-mismatch",
            "charge-overcurrent",
            "discharge-overcurrent",
            "overcurrent",
            "short-circuit",
            "current-on-open-string",
            "current-sensor-fault",
            "charge-overtemperature",
            "charge-undertemperature",
            "discharge-overtemperature",
            "discharge-undertemperature",
            "internal-overtemperature",
            "internal-undertemperature",
            "temperature-spread",
            "temperature-sensor-fault",
            "voltage-sensor-fault",
            "low-soc",
            "low-soh",
            "contactor-fault",
            "fuse-blown",
            "interlock-open",
            "insulation-fault",
            "precharge-failure",
            "bms-internal-fault",
            "bms-supply-fault",
            "bms-communication-fault",
            "emergency-shutoff",
            "heater-fault",
            "unspecified",
            "other");
  }

  @Test
  void keepsThePositionsOfStates() {
    assertThat(BatteryState.values())
        .startsWith(
            BatteryState.UNKNOWN,
            BatteryState.CHARGING,
            BatteryState.DISCHARGING,
            BatteryState.IDLE,
            BatteryState.FAULT);
  }

  @Test
  void keepsThePositionsOfLevels() {
    assertThat(AlarmLevel.values())
        .startsWith(AlarmLevel.INFO, AlarmLevel.WARNING, AlarmLevel.CRITICAL);
  }
}
