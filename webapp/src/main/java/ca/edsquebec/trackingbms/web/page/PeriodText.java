package ca.edsquebec.trackingbms.web.page;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Periods by the calendar, in words: 2 years, 1 year 6 months, 90 days. */
public final class PeriodText {

  private PeriodText() {}

  /** Empty for no time at all. */
  public static String of(Period period, Texts texts) {
    List<String> parts = new ArrayList<>();
    if (period.getYears() > 0) {
      parts.add(texts.of("period.years", period.getYears()));
    }
    if (period.getMonths() > 0) {
      parts.add(texts.of("period.months", period.getMonths()));
    }
    if (period.get(ChronoUnit.DAYS) > 0) {
      parts.add(texts.of("period.days", period.get(ChronoUnit.DAYS)));
    }
    return String.join(" ", parts);
  }
}
