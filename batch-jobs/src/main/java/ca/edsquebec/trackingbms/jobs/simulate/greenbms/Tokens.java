package ca.edsquebec.trackingbms.jobs.simulate.greenbms;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.Arrays;
import java.util.Locale;

/**
 * Lines of tokens: {@code $#}, a letter, three digits and a value; the next {@code $} ends it, and
 * CR LF the line.
 */
final class Tokens {

  /** Page 1 hands it out in clear, as the device does; it protects nothing here. */
  static final String PASSWORD = "$#p0021234$\r\n";

  private static final double HOT_POLE_C = 45;

  private Tokens() {}

  static String overview(Measurement m) {
    double current = sensed(m.current());
    int mode = current > 0 ? 1 : current < 0 ? 2 : 0;
    String amperes = Math.abs(current) < 10 ? "%.2f" : "%.0f";
    double[] cells = m.cells();
    return line(
        "$#g001%.1f$#g002" + amperes + "$#g003%d$#g004%.2f$#g005%.2f$#g006%d$\r\n",
        m.packVoltage(),
        current,
        Math.round(m.soc()),
        Arrays.stream(cells).max().orElse(0),
        Arrays.stream(cells).min().orElse(0),
        mode);
  }

  /** Half amperes, and none of what the sensor takes for its own offset. */
  private static double sensed(double current) {
    return current > -5 && current < 3 ? 0 : Math.round(2 * current) / 2.0;
  }

  static String parameters(double capacityAh, int cells) {
    return line("$#p012%d$#p014%d$\r\n", Math.round(capacityAh), cells);
  }

  static String heartbeat(int beat, boolean alarm) {
    return line("$#i000%d$#i001%d$\r\n", beat, alarm ? 1 : 0);
  }

  /** Of the cell of that index, from 0; without the end of the line. */
  static String cell(Measurement m, int index) {
    double volts = m.cells()[index];
    double celsius = m.temperatures()[index * m.temperatures().length / m.cells().length];
    boolean high = volts > m.limits().maxVoltage() / m.cells().length;
    boolean low = volts < m.limits().minVoltage() / m.cells().length;
    String number = line("%03d", index + 1);
    return line(
        "$#v%s%.2f$#t%s%d$#u%s%d$#z%s%d0%d0%d0",
        number,
        volts,
        number,
        Math.round(celsius),
        number,
        Math.round(celsius) + 2,
        number,
        high ? 1 : 0,
        low ? 1 : 0,
        celsius > HOT_POLE_C ? 1 : 0);
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
