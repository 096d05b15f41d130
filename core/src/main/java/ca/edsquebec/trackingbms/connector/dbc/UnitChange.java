package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import ca.edsquebec.trackingbms.measure.Metric;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the unit that a file writes beside a signal to that of a meaning. */
record UnitChange(BigDecimal scale, BigDecimal shift) {

  private static final UnitChange NONE = of("1", "0");
  private static final UnitChange FAHRENHEIT = of("0.55555555556", "-17.77777777778");

  /** Other ways to write the unit wanted. */
  private static final Map<String, Set<String>> SPELLINGS =
      Map.of(
          "°C", Set.of("degc", "c", "deg", "celsius"),
          "%", Set.of("percent", "pct"),
          "V", Set.of("volt", "volts"),
          "A", Set.of("amp", "amps", "ampere"),
          "kΩ", Set.of("kohm"));

  /** By the unit wanted, then by the unit of the file as {@link #spelt}. */
  private static final Map<String, Map<String, UnitChange>> CHANGES =
      Map.of(
          "V", Map.of("mv", of("0.001", "0"), "kv", of("1000", "0"), "uv", of("1E-6", "0")),
          "A", Map.of("ma", of("0.001", "0"), "ka", of("1000", "0")),
          "W", Map.of("kw", of("1000", "0"), "Mw", of("1000000", "0"), "mw", of("0.001", "0")),
          "Wh", Map.of("kwh", of("1000", "0"), "Mwh", of("1000000", "0")),
          "Ah", Map.of("mah", of("0.001", "0"), "as", of("0.00027777777778", "0")),
          "kΩ", Map.of("ohm", of("0.001", "0"), "Mohm", of("1000", "0"), "Ω", of("0.001", "0")),
          "°C",
              Map.of(
                  "k", of("1", "-273.15"), "°f", FAHRENHEIT, "degf", FAHRENHEIT, "f", FAHRENHEIT));

  static boolean isPossible(String meaning, Signal signal) {
    return find(meaning, signal.unit()).isPresent();
  }

  /**
   * @throws IllegalArgumentException when the file's unit is not one of that kind
   */
  static UnitChange to(String meaning, String unit) {
    return find(meaning, unit)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is in %s, and the signal in %s".formatted(meaning, wanted(meaning), unit)));
  }

  private static String wanted(String meaning) {
    return meaning.startsWith("cell/")
        ? "V"
        : meaning.startsWith("temperature/")
            ? "°C"
            : Metric.named(meaning).map(Metric::unit).orElse("");
  }

  private static Optional<UnitChange> find(String meaning, String unit) {
    String wanted = wanted(meaning);
    String spelt = spelt(unit.strip());
    boolean same =
        wanted.isEmpty()
            || spelt.isEmpty()
            || spelt.equals(wanted.toLowerCase(Locale.ROOT))
            || SPELLINGS.getOrDefault(wanted, Set.of()).contains(spelt);
    return same
        ? Optional.of(NONE)
        : Optional.ofNullable(CHANGES.getOrDefault(wanted, Map.of()).get(spelt));
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
