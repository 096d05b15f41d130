package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each field against the project's vectors, whose bytes two independent programs made: putting the
 * value that a frame holds into it again changes nothing, and into an empty one gives its bits.
 */
class FieldVectorsTest {

  /** Names in the CAN database where they are not those of the field in another spelling. */
  private static final String NAMES =
      """
      CONNECTED_STRINGS NumberOfConnectedStrings
      CHARGING_FLAG BmsChargingFlag
      INSULATION_COARSE InsulationResistance
      MIN_TEMPERATURE_SENSOR SensorMinimumCellTemperature
      MAX_TEMPERATURE_SENSOR SensorMaximumCellTemperature
      MIN_TEMPERATURE MinimumCellTemperature
      MAX_TEMPERATURE MaximumCellTemperature
      MIN_VOLTAGE_CELL MinimumCellVoltageCellIndex
      MAX_VOLTAGE_CELL MaximumCellVoltageCellIndex
      MIN_VOLTAGE_MODULE MinimumCellVoltageModuleIndex
      MAX_VOLTAGE_MODULE MaximumCellVoltageModuleIndex
      MAX_CELL_VOLTAGE MaximumCellVoltage
      MIN_CELL_VOLTAGE MinimumCellVoltage
      MAX_DISCHARGE_CURRENT MaximumDischargeCurrent
      MAX_CHARGE_CURRENT MaximumChargeCurrent
      MAX_DISCHARGE_POWER MaximumDischargePower
      MAX_CHARGE_POWER MaximumChargePower
      MAX_BATTERY_VOLTAGE MaximumBatteryVoltage
      MIN_BATTERY_VOLTAGE MinimumBatteryVoltage
      INSULATION InsulationResistance
      MIN_SOC MinimumSoc
      MAX_SOC MaximumSoc
      MIN_SOE MinimumSoe
      MAX_SOE MaximumSoe
      STRING_CONNECTED IsStringConnected
      UNDERVOLTAGE_MOL UndervoltageMolWarning
      OVERVOLTAGE_MOL OvervoltageMolWarning
      OVERTEMPERATURE_DISCHARGE_MOL OvertemperatureDischargeMolWarni
      STRING_VOLTAGE Voltage
      STRING_CURRENT Current
      STRING_POWER Power
      STRING_MIN_SOC MinimumSoc
      STRING_MAX_SOC MaximumSoc
      STRING_MIN_SOE MinimumSoe
      STRING_MAX_SOE MaximumSoe
      STRING_SOH Soh
      STRING_ENERGY Energy
      CELL_BLOCK f_CellVoltages_Mux
      SENSOR_BLOCK f_CellTemperatures_Mux
      """;

  @Test
  void everyFieldIsWhereTheVectorsHaveIt() {
    Map<Field, Integer> seen = new EnumMap<>(Field.class);
    for (Vector vector : vectors()) {
      long word = CanSignal.word(vector.frame().data());
      for (Field field : Field.values()) {
        JsonNode value = vector.json().path("signals").path(name(field));
        if (field.id() == vector.frame().canId() && value.isNumber()) {
          double ours = value.asDouble() * scale(field);
          assertThat(field.in(word, ours)).as("%s of %s", field, vector.name()).isEqualTo(word);
          long mask = field.in(0, -1) | field.in(0, Double.MAX_VALUE);
          assertThat(field.in(0, ours)).isEqualTo(word & (mask | field.in(0, -1e18)));
          seen.merge(field, 1, Integer::sum);
        }
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Field.values());
    assertThat(seen.values()).allMatch(count -> count >= 2);
  }

  private static List<Vector> vectors() {
    return VectorFiles.of("foxbms").entrySet().stream()
        .filter(file -> file.getKey().getFileName().toString().startsWith("v1.11.0"))
        .flatMap(file -> file.getValue().stream())
        .toList();
  }

  private static String name(Field field) {
    String cell = field.name().replaceFirst("CELL_(\\d)", "CellVoltage_00$1");
    String sensor = cell.replaceFirst("SENSOR_(\\d)", "CellTemperature_00$1");
    if (!sensor.equals(field.name())) {
      return sensor.replace("_VALID", "_invalidFlag");
    }
    return NAMES
        .lines()
        .map(line -> line.split(" "))
        .filter(line -> line[0].equals(field.name()))
        .map(line -> line[1])
        .findFirst()
        .orElseGet(() -> camel(field.name()));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return camel.toString();
  }

  /** From the CAN database's mV, kW and kWh to our units. */
  private static double scale(Field field) {
    String name = field.name();
    if (name.contains("POWER") || name.contains("ENERGY")) {
      return 1000;
    }
    boolean milli = name.matches("CELL_\\d|(MIN|MAX)_CELL_VOLTAGE");
    return milli ? 0.001 : 1;
  }
}
