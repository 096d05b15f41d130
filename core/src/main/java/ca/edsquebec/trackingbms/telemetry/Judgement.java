package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Judged.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a device claims is judged here, before it is stored: a time that can't be true rejects the
 * sample, a value that can't be true is left out and the rest stands, since a broken sensor must
 * not silence a battery.
 */
final class Judgement {

  static final Duration REJECTED_AHEAD = Duration.ofHours(24);
  static final Duration SKEWED_AHEAD = Duration.ofMinutes(2);
  static final int MAX_EXTRAS = 64;

  private static final Pattern EXTRA_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,39}");
  private static final int QUOTED = 40;

  private final Sample given;
  private final Sample.Builder good;
  private final List<Fault> faults = new ArrayList<>();

  private Judgement(Sample given) {
    this.given = given;
    this.good = new Sample.Builder(given.ts());
  }

  /**
   * @param earliestMillis the sample can't be earlier; epoch milliseconds
   * @param nowMillis our clock, epoch milliseconds
   */
  static Judged judge(Sample sample, long earliestMillis, long nowMillis) {
    if (sample.ts() > nowMillis + REJECTED_AHEAD.toMillis()) {
      return Judged.rejected(
          "its time %s is more than %d h ahead of our clock"
              .formatted(Instant.ofEpochMilli(sample.ts()), REJECTED_AHEAD.toHours()),
          List.of());
    }
    if (sample.ts() < earliestMillis) {
      return Judged.rejected(
          "its time %s is before %s, a year before the battery was commissioned"
              .formatted(Instant.ofEpochMilli(sample.ts()), Instant.ofEpochMilli(earliestMillis)),
          List.of());
    }
    boolean skewed = sample.ts() > nowMillis + SKEWED_AHEAD.toMillis();
    return new Judgement(sample).judge(skewed);
  }

  private Judged judge(boolean skewed) {
    scalars();
    good.cellVoltages(
        array("cellVoltages", given.cellVoltages(), Metric.CELL_MIN_V, Metric.CELL_MAX_V, "V"));
    good.temperatures(
        array(
            "temperatures",
            given.temperatures(),
            Metric.TEMPERATURE_MIN_C,
            Metric.TEMPERATURE_MAX_C,
            "°C"));
    balancing();
    good.state(given.state().orElse(null));
    good.chargeAllowed(given.chargeAllowed().orElse(null));
    good.dischargeAllowed(given.dischargeAllowed().orElse(null));
    alarms();
    extras();
    Sample sample = good.build();
    if (sample.isEmpty()) {
      return Judged.rejected(
          faults.isEmpty() ? "it holds no value" : "none of its values can be true", faults);
    }
    return new Judged(sample, skewed, null, faults);
  }

  private void scalars() {
    for (Metric metric : Metric.values()) {
      double value = given.value(metric);
      if (metric.isPlausible(value)) {
        good.put(metric, value);
      } else if (!Double.isNaN(value)) {
        fault(metric.jsonName(), outside(value, metric.min(), metric.max(), metric.unit()));
      }
    }
  }

  /** Without what can't be true; empty when nothing is left. One fault tells of all of them. */
  private double[] array(String name, double[] values, double min, double max, String unit) {
    if (values.length > PackedShorts.MAX_VALUES) {
      fault(name, tooMany(values.length, PackedShorts.MAX_VALUES));
      return new double[0];
    }
    int firstBad = -1;
    int bad = 0;
    boolean anyGood = false;
    double[] kept = values.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= min && values[i] <= max) {
        anyGood = true;
      } else if (!Double.isNaN(values[i])) {
        kept[i] = Double.NaN;
        firstBad = bad++ == 0 ? i : firstBad;
      }
    }
    if (bad > 0) {
      fault(
          "%s[%d]".formatted(name, firstBad),
          outside(values[firstBad], min, max, unit) + andMore(bad));
    }
    return anyGood ? kept : new double[0];
  }

  private void balancing() {
    boolean[] active = given.balancing();
    if (active.length <= PackedShorts.MAX_VALUES) {
      good.balancing(active);
    } else {
      fault("balancing", tooMany(active.length, PackedShorts.MAX_VALUES));
    }
  }

  private void alarms() {
    List<Alarm> alarms = given.alarms().orElse(null);
    if (alarms != null && alarms.size() > More.MAX_ALARMS) {
      fault("alarms", tooMany(alarms.size(), More.MAX_ALARMS));
      alarms = alarms.subList(0, More.MAX_ALARMS);
    }
    good.alarms(alarms);
  }

  private void extras() {
    int kept = 0;
    int badNames = 0;
    String firstBadName = null;
    // In the order of their names, so that a repeated sample keeps the same ones.
    for (Map.Entry<String, Double> extra : new TreeMap<>(given.extras()).entrySet()) {
      String name = extra.getKey();
      if (!EXTRA_NAME.matcher(name).matches() || Metric.named(name).isPresent()) {
        firstBadName = badNames++ == 0 ? name : firstBadName;
      } else if (!Double.isFinite(extra.getValue())) {
        fault(name, extra.getValue() + " is not a number");
      } else if (kept++ < MAX_EXTRAS) {
        good.extra(name, extra.getValue());
      }
    }
    if (badNames > 0) {
      fault(
          quoted(firstBadName),
          "a name has 1 to 40 letters, digits and _ . : -, a letter first" + andMore(badNames));
    }
    if (kept > MAX_EXTRAS) {
      fault("extras", "%d of them, of which the first %d are kept".formatted(kept, MAX_EXTRAS));
    }
  }

  private void fault(String metric, String reason) {
    faults.add(new Fault(metric, reason));
  }

  private static String outside(double value, double min, double max, String unit) {
    return "%s is not within %s to %s %s".formatted(value, plain(min), plain(max), unit).strip();
  }

  private static String plain(double limit) {
    return Math.abs(limit) < 1e9 ? Long.toString((long) limit) : Double.toString(limit);
  }

  private static String tooMany(int count, int most) {
    return "%d of them, at most %d are taken".formatted(count, most);
  }

  private static String andMore(int count) {
    return count > 1 ? " (and %d more)".formatted(count - 1) : "";
  }

  private static String quoted(String name) {
    return name.length() <= QUOTED ? name : name.substring(0, QUOTED) + "…";
  }
}
