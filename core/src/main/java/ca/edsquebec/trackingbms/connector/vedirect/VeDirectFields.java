package ca.edsquebec.trackingbms.connector.vedirect;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels. A value {@code ---} is not available, and says so. */
final class VeDirectFields {

  private record Row(String name, int decimals, String meaning) {}

  /** Label, the name it is shown under, decimals, meaning. */
  private static final Map<String, Row> NUMBERS =
      rows(
          """
          V      voltage_V             3   packVoltage
          VS     starter_voltage_V     3   +starterVoltage
          VM     mid_voltage_V         3   +midVoltage
          DM     mid_deviation_pct     1   +midDeviation
          I      current_A             3   current
          P      power_W               0   power
          T      temp_C                0   temperatureAvg
          CE     consumed_Ah           3   +consumedCharge
          SOC    soc_pct               1   soc
          TTG    time_to_go_min        0   +timeToGo
          AR     alarm_reason_bits     0   -
          H1     deepest_discharge_Ah  3   -
          H2     last_discharge_Ah     3   -
          H3     average_discharge_Ah  3   -
          H4     cycles                0   cycles
          H5     full_discharges       0   -
          H6     cumulative_Ah         3   -
          H7     min_voltage_V         3   -
          H8     max_voltage_V         3   -
          H9     seconds_since_full    0   -
          H10    auto_syncs            0   -
          H11    low_voltage_alarms    0   -
          H12    high_voltage_alarms   0   -
          H15    min_starter_voltage_V 3   -
          H16    max_starter_voltage_V 3   -
          H17    discharged_kWh        2   -
          H18    charged_kWh           2   -
          """);

  private static final Map<String, String> TEXTS =
      Map.of(
          "PID", "product_id",
          "Alarm", "alarm",
          "Relay", "relay",
          "BMV", "model",
          "FW", "firmware",
          "FWE", "firmware",
          "MON", "monitor_mode");

  static final AlarmBits REASONS =
      AlarmBits.table(
          """
          0  low_voltage           pack-undervoltage           critical
          1  high_voltage          pack-overvoltage            critical
          2  low_soc               low-soc                     critical
          3  low_starter_voltage   other                       warning
          4  high_starter_voltage  other                       warning
          5  low_temperature       discharge-undertemperature  critical
          6  high_temperature      discharge-overtemperature   critical
          7  mid_voltage           cell-imbalance              critical
          """);

  private static final String NUMBER = "[+-]?\\d{1,15}";

  private VeDirectFields() {}

  private static Map<String, Row> rows(String table) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : table.strip().split("\n")) {
      String[] cells = line.strip().split(" +");
      rows.put(cells[0], new Row(cells[1], Integer.parseInt(cells[2]), cells[3]));
    }
    return rows;
  }

  /** Of all labels, but for those of energy, whose unit is another. */
  static List<String> meanings() {
    return NUMBERS.values().stream().map(Row::meaning).toList();
  }

  /** Of a block whose sum is right. */
  static Decoded read(byte[] block) {
    Decoded said = new Decoded();
    for (String line : new String(block, StandardCharsets.ISO_8859_1).split("\r\n")) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        field(line.substring(0, tab), line.substring(tab + 1), said);
      }
    }
    return said;
  }

  private static void field(String label, String value, Decoded said) {
    Row row = NUMBERS.get(label);
    if (row == null) {
      String name = TEXTS.get(label);
      if (name != null) {
        said.show(name, value);
      }
    } else if (!value.matches(NUMBER)) {
      said.mean(row.meaning, Double.NaN);
    } else {
      number(label, row, Long.parseLong(value), said);
    }
  }

  private static void number(String label, Row row, long raw, Decoded said) {
    boolean endless = label.equals("TTG") && raw < 0;
    said.number(row.name, Field.decimal(raw, row.decimals), endless ? "-" : row.meaning);
    if (endless) {
      said.mean(row.meaning, Double.NaN);
    }
    switch (label) {
      case "AR" -> said.say(new Reading.Alarms("AR", REASONS.raised(raw)));
      case "H17" -> said.mean("energyOut", raw * 10.0);
      case "H18" -> said.mean("energyIn", raw * 10.0);
      default -> {}
    }
  }
}
