package ca.edsquebec.trackingbms.jobs.simulate.jbd;

import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts a measurement into {@code DD function status length … check check 77}. */
final class JbdWire {

  private static final byte[] MODEL = "JBD-SIMULATED".getBytes(StandardCharsets.US_ASCII);
  private static final int REFUSED = 0x80;
  private static final int ZERO_CELSIUS = 2731;
  private static final int BOTH_FETS = 3;

  /** 1 January 2026. */
  private static final int MADE = (2026 - 2000) << 9 | 1 << 5 | 1;

  private static final int CELL_HIGH = 1;
  private static final int CELL_LOW = 1 << 1;
  private static final int HOT_CHARGING = 1 << 4;
  private static final int HOT_DISCHARGING = 1 << 6;

  private JbdWire() {}

  static byte[] answer(int function, Measurement m, BatteryModel battery) {
    return switch (function) {
      case 0x03 -> telegram(function, 0, basic(m, battery));
      case 0x04 -> telegram(function, 0, cells(m));
      case 0x05 -> telegram(function, 0, MODEL);
      default -> refusal(function);
    };
  }

  static byte[] refusal(int function) {
    return telegram(function, REFUSED, new byte[0]);
  }

  private static byte[] basic(Measurement m, BatteryModel battery) {
    double capacity = battery.capacityAh();
    ByteBuffer data = ByteBuffer.allocate(23 + 2 * m.temperatures().length);
    word(data, m.packVoltage() * 100);
    data.putShort((short) clamped(m.current() * 100, Short.MIN_VALUE, Short.MAX_VALUE));
    word(data, m.soc() * capacity);
    word(data, capacity * 100);
    // Cycles: it is new. Then the date, and 32 balancers at rest.
    data.putShort((short) 0).putShort((short) MADE).putInt(0);
    data.putShort((short) protection(m)).put((byte) 0x20);
    data.put((byte) clamped(m.soc(), 0, 100)).put((byte) BOTH_FETS);
    data.put((byte) m.cells().length).put((byte) m.temperatures().length);
    for (double celsius : m.temperatures()) {
      word(data, celsius * 10 + ZERO_CELSIUS);
    }
    return data.array();
  }

  private static byte[] cells(Measurement m) {
    ByteBuffer data = ByteBuffer.allocate(2 * m.cells().length);
    for (double volts : m.cells()) {
      word(data, volts * 1000);
    }
    return data.array();
  }

  private static int protection(Measurement m) {
    int hot = m.current() > 0 ? HOT_CHARGING : HOT_DISCHARGING;
    return (m.overvoltage() ? CELL_HIGH : 0)
        | (m.undervoltage() ? CELL_LOW : 0)
        | (m.overtemperature() ? hot : 0);
  }

  private static void word(ByteBuffer data, double value) {
    data.putShort((short) clamped(value, 0, 0xFFFF));
  }

  private static long clamped(double value, long min, long max) {
    return Math.max(min, Math.min(max, Math.round(value)));
  }

  private static byte[] telegram(int function, int status, byte[] data) {
    ByteBuffer telegram = ByteBuffer.allocate(data.length + 7);
    telegram.put((byte) 0xDD).put((byte) function).put((byte) status).put((byte) data.length);
    telegram.put(data);
    telegram.putShort((short) check(telegram.array(), 2, data.length + 4));
    return telegram.put((byte) 0x77).array();
  }

  /** 0x10000 less the sum. */
  static int check(byte[] bytes, int from, int to) {
    int check = 0;
    for (int i = from; i < to; i++) {
      check -= bytes[i] & 0xFF;
    }
    return check & 0xFFFF;
  }
}
