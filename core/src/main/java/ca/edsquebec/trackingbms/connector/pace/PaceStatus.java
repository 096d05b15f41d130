package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.ByteCursor;
import ca.edsquebec.trackingbms.measure.Alarm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Command 44: of each pack a warning for each cell and probe, and nine bytes of bits. The warnings
 * of single cells are shown; that there is one is told by the bits. Some firmware appends a byte or
 * two to each pack.
 */
final class PaceStatus {

  private static final int MAX_CELLS = 32;
  private static final int MOST_APPENDED = 2;
  private static final List<String> WARNED =
      List.of("charge_current_warn", "total_voltage_warn", "discharge_current_warn");
  private static final List<String> BYTES =
      List.of(
          "protection1",
          "protection2",
          "system_status",
          "configuration",
          "fault",
          "balance_hi",
          "balance_lo",
          "warning1",
          "warning2");

  static final AlarmBits PROTECTION =
      AlarmBits.table(
          """
          0   cell_overvoltage            cell-overvoltage            critical
          1   cell_undervoltage           cell-undervoltage           critical
          2   pack_overvoltage            pack-overvoltage            critical
          3   pack_undervoltage           pack-undervoltage           critical
          4   charge_overcurrent          charge-overcurrent          critical
          5   discharge_overcurrent       discharge-overcurrent       critical
          6   short_circuit               short-circuit               critical
          8   charge_overtemperature      charge-overtemperature      critical
          9   discharge_overtemperature   discharge-overtemperature   critical
          10  charge_undertemperature     charge-undertemperature     critical
          11  discharge_undertemperature  discharge-undertemperature  critical
          12  mosfet_overtemperature      internal-overtemperature    critical
          13  ambient_overtemperature     internal-overtemperature    critical
          14  ambient_undertemperature    internal-undertemperature   critical
          15  fully_charged               -
          """);

  static final AlarmBits WARNING =
      AlarmBits.table(
          """
          0   cell_overvoltage            cell-overvoltage            warning
          1   cell_undervoltage           cell-undervoltage           warning
          2   pack_overvoltage            pack-overvoltage            warning
          3   pack_undervoltage           pack-undervoltage           warning
          4   charge_overcurrent          charge-overcurrent          warning
          5   discharge_overcurrent       discharge-overcurrent       warning
          8   charge_overtemperature      charge-overtemperature      warning
          9   discharge_overtemperature   discharge-overtemperature   warning
          10  charge_undertemperature     charge-undertemperature     warning
          11  discharge_undertemperature  discharge-undertemperature  warning
          12  ambient_overtemperature     internal-overtemperature    warning
          13  ambient_undertemperature    internal-undertemperature   warning
          14  mosfet_overtemperature      internal-overtemperature    warning
          15  low_capacity                low-soc                     warning
          """);

  static final AlarmBits FAULT =
      AlarmBits.table(
          """
          0  charge_mosfet_fault     contactor-fault           critical
          1  discharge_mosfet_fault  contactor-fault           critical
          2  temperature_sensor      temperature-sensor-fault  critical
          4  cell_fault              cell-failure              critical
          5  sampling_fault          voltage-sensor-fault      critical
          """);

  private static final int CHARGE_FET = 2;
  private static final int DISCHARGE_FET = 4;

  private PaceStatus() {}

  /** Bytes behind each pack; empty when those are no flags of packs. */
  static OptionalInt tail(byte[] info) {
    return IntStream.rangeClosed(0, MOST_APPENDED).filter(tail -> fits(info, tail)).findFirst();
  }

  private static boolean fits(byte[] info, int tail) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    boolean plausible = in.left() > 0;
    while (plausible && in.left() > 0) {
      int cells = in.u8();
      in.skip(cells);
      in.skip(in.u8() + WARNED.size() + BYTES.size() + tail);
      plausible = cells > 0 && cells <= MAX_CELLS;
    }
    return plausible && in.left() == 0;
  }

  static void read(AsciiHex answer, int tail, Decoded said) {
    ByteCursor in = new ByteCursor(answer.info());
    in.skip(1);
    said.show("bus_id", BigDecimal.valueOf(in.u8()));
    List<Decoded> packs = new ArrayList<>();
    while (in.left() > 0) {
      packs.add(pack(in));
      in.skip(tail);
    }
    if (packs.size() == 1) {
      said.signals().putAll(packs.get(0).signals());
    } else {
      said.show("packs", packs.stream().map(Decoded::signals).toList());
    }
    for (int i = 0; i < packs.size(); i++) {
      said.module(PaceAnalog.first(answer, packs.size()) + i, "44", packs.get(i));
    }
  }

  private static Decoded pack(ByteCursor in) {
    Decoded said = new Decoded();
    said.show("cell_warn", list(in));
    said.show("temp_warn", list(in));
    for (String name : WARNED) {
      said.show(name, BigDecimal.valueOf(in.u8()));
    }
    int[] bits = new int[BYTES.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = in.u8();
      said.show(BYTES.get(i), BigDecimal.valueOf(bits[i]));
    }
    List<Alarm> raised = new ArrayList<>(PROTECTION.raised(bits[0] | bits[1] << 8));
    raised.addAll(FAULT.raised(bits[4]));
    raised.addAll(WARNING.raised(bits[7] | bits[8] << 8));
    said.say(new Reading.Alarms("44", raised));
    said.say(new Reading.ChargeAllowed((bits[2] & CHARGE_FET) != 0));
    return said.say(new Reading.DischargeAllowed((bits[2] & DISCHARGE_FET) != 0));
  }

  private static List<BigDecimal> list(ByteCursor in) {
    List<BigDecimal> flags = new ArrayList<>();
    for (int i = in.u8(); i > 0; i--) {
      flags.add(BigDecimal.valueOf(in.u8()));
    }
    return flags;
  }
}
