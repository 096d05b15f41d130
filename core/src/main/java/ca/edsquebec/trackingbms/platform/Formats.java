package ca.edsquebec.trackingbms.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How numbers and times are shown in one language and time zone; {@code format.js} shows them the
 * same in the browser, and one table of examples holds both to it.
 *
 * <p>Amounts may be null or NaN and moments null or negative: both mean absent, and show as "—" (an
 * age as "never"). They are objects because a page's expression would turn a null into 0 for a
 * primitive. Numbers round half up on the shortest decimal that means the same double, and lose
 * their sign when they round to zero. Spaces never break. Immutable.
 */
public final class Formats {

  private static final String NBSP = "\u00a0";
  private static final String ABSENT = "—";

  private final boolean english;
  private final Moments moments;
  private final Ages ages;

  /**
   * @param locale English shows as in Canada, and any other language as French in Canada
   * @param zone in which days and hours are told
   */
  public Formats(Locale locale, ZoneId zone) {
    this.english = locale.getLanguage().equals("en");
    this.moments = new Moments(english, zone);
    this.ages = new Ages(english, moments);
  }

  /** With that many decimals, thousands apart. */
  public String number(Number amount, int decimals) {
    return isAbsent(amount) ? ABSENT : text(rounded(amount.doubleValue(), decimals), "");
  }

  /** A whole number, thousands apart. */
  public String count(Number amount) {
    return number(amount, 0);
  }

  /** A number and its unit; a percentage as the language writes it. */
  public Quantity unit(Number amount, String unit, int decimals) {
    return quantity(amount, unit, decimals, "");
  }

  /** As {@link #unit}, with a + when positive. */
  public Quantity signed(Number amount, String unit, int decimals) {
    return quantity(amount, unit, decimals, "+");
  }

  /** State of charge in lists, in %. */
  public Quantity soc(Number percent) {
    return unit(percent, "%", 0);
  }

  /** State of charge in detail, in %. */
  public Quantity soc1(Number percent) {
    return unit(percent, "%", 1);
  }

  public Quantity soh(Number percent) {
    return unit(percent, "%", 1);
  }

  /** In V, without decimals from 100 V on. */
  public Quantity packVoltage(Number volts) {
    return coarser(volts, "V", 2, 100, 0, "");
  }

  /** In V, to the millivolt. */
  public Quantity cellVoltage(Number volts) {
    return unit(volts, "V", 3);
  }

  /** A difference of voltages given in V, shown in mV. */
  public Quantity spread(Number volts) {
    return unit(times(volts, 1000, 1), "mV", 0);
  }

  /** In A, + when charging. */
  public Quantity current(Number amperes) {
    return signed(amperes, "A", 1);
  }

  /** Given in W, shown in kW, + when charging; one decimal from 10 kW on. */
  public Quantity power(Number watts) {
    return coarser(times(watts, 1, 1000), "kW", 2, 10, 1, "+");
  }

  /** Given in Wh, shown in kWh, without decimals from 100 kWh on. */
  public Quantity energy(Number wattHours) {
    return coarser(times(wattHours, 1, 1000), "kWh", 1, 100, 0, "");
  }

  public Quantity temperature(Number celsius) {
    return unit(celsius, "°C", 1);
  }

  /** In Ah, with a decimal below 10 Ah. */
  public Quantity charge(Number ampereHours) {
    return coarser(ampereHours, "Ah", 1, 10, 0, "");
  }

  /** "14 h 30"; names the time, HAE or HNE, in the hour that autumn repeats. */
  public String clock(Long millis) {
    return isAbsent(millis) ? ABSENT : moments.clock(millis);
  }

  /** "14 h 30 min 12 s". */
  public String clockSeconds(Long millis) {
    return isAbsent(millis) ? ABSENT : moments.clockSeconds(millis);
  }

  /** "2026-11-22". */
  public String date(Long millis) {
    return isAbsent(millis) ? ABSENT : moments.date(millis);
  }

  /** "2026-11-22 14 h 30". */
  public String dateTime(Long millis) {
    return isAbsent(millis) ? ABSENT : moments.date(millis) + NBSP + moments.clock(millis);
  }

  /** The zone with its name and offset at that moment: "America/Toronto (HNE, UTC−5)". */
  public String zoneLabel(Long millis) {
    return isAbsent(millis) ? ABSENT : moments.zoneLabel(millis);
  }

  /** "il y a 3 h 12", a date from 24 h on; a moment still to come counts as now. */
  public String age(Long thenMillis, Long nowMillis) {
    return isAbsent(thenMillis) ? ages.never() : ages.ago(thenMillis, nowMillis);
  }

  /** "3 h 12", a date from 24 h on; a moment still to come counts as now. */
  public String ageShort(Long thenMillis, Long nowMillis) {
    return isAbsent(thenMillis) ? ages.never() : ages.brief(thenMillis, nowMillis);
  }

  /** "45 s", "12 min", "3 h 12", "2 j 5 h": what has begun is not counted. */
  public String duration(Number seconds) {
    return isAbsent(seconds) || seconds.doubleValue() < 0
        ? ABSENT
        : ages.duration((long) seconds.doubleValue());
  }

  private Quantity quantity(Number amount, String unit, int decimals, String plus) {
    if (isAbsent(amount)) {
      return new Quantity(ABSENT, "", "");
    }
    String gap = unit.isEmpty() || (english && unit.equals("%")) ? "" : NBSP;
    return new Quantity(text(rounded(amount.doubleValue(), decimals), plus), unit, gap);
  }

  /** With fewer decimals from a limit on, judged by what would be shown. */
  private Quantity coarser(
      Number amount, String unit, int decimals, int limit, int beyond, String plus) {
    boolean large =
        !isAbsent(amount)
            && rounded(amount.doubleValue(), decimals).abs().compareTo(BigDecimal.valueOf(limit))
                >= 0;
    return quantity(amount, unit, large ? beyond : decimals, plus);
  }

  private String text(BigDecimal rounded, String plus) {
    String sign = rounded.signum() < 0 ? "\u2212" : rounded.signum() > 0 ? plus : "";
    String[] parts = rounded.abs().toPlainString().split("\\.");
    String whole = parts[0].replaceAll("\\B(?=(\\d{3})+$)", english ? "," : NBSP);
    return sign + whole + (parts.length > 1 ? (english ? "." : ",") + parts[1] : "");
  }

  private static BigDecimal rounded(double amount, int decimals) {
    return BigDecimal.valueOf(amount).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Multiplied and divided as doubles, because the browser can't do it otherwise. */
  private static Number times(Number amount, double factor, double divisor) {
    return amount == null ? null : amount.doubleValue() * factor / divisor;
  }

  private static boolean isAbsent(Number amount) {
    return amount == null || !Double.isFinite(amount.doubleValue());
  }

  private static boolean isAbsent(Long millis) {
    return millis == null || millis < 0;
  }
}
