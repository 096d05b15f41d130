package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.measure.Metric;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** From the unit that a file writes beside a signal to that of a meaning. */
record UnitChange(BigDecimal scale, BigDecimal shift) {

  private static final UnitChange NONE = of("1", "0");

  /** By the unit wanted, then by the unit of the file as {@link #spelt}. */
  private static final Map<String, Map<String, UnitChange>> CHANGES =
      Map.of(
          "V", Map.of("mv", of("0.001", "0"), "kv", of("1000", "0"), "uv", of("1E-6", "0")),
          "A", Map.of("ma", of("0.001", "0"), "ka", of("1000", "0")),
          "W", Map.of("kw", of("1000", "0"), "Mw", of("1000000", "0"), "mw", of("0.001", "0")),
          "Wh", Map.of("kwh", of("1000", "0"), "Mwh", of("1000000", "0")),
          "Ah", Map.of("mah", of("0.001", "0"), "as", of("0.00027777777778", "0")),
          "kΩ", Map.of("ohm", of("0.001", "0"), "Mohm", of("1000", "0"), "Ω", of("0.001", "0")),
          "°C", Map.of("k", of("1", "-273.15"), "°f", of("0.55555555556", "-17.77777777778")));

  static UnitChange to(String meaning, String unit) {
    String wanted =
        meaning.startsWith("cell/")
            ? "V"
            : meaning.startsWith("temperature/")
                ? "°C"
                : Metric.named(meaning).map(Metric::unit).orElse("");
    return CHANGES.getOrDefault(wanted, Map.of()).getOrDefault(spelt(unit.strip()), NONE);
  }

  /** In lower case, but for the M of mega, which is no milli. */
  private static String spelt(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    boolean mega = unit.startsWith("M") && unit.length() > 1;
    return unit.equals("Ω") ? unit : mega ? "M" + lower.substring(1) : lower;
  }

  private static UnitChange of(String scale, String shift) {
    return new UnitChange(new BigDecimal(scale), new BigDecimal(shift));
  }
}
