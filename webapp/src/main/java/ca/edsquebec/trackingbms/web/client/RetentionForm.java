package ca.edsquebec.trackingbms.web.client;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.web.page.Form;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * How long samples are kept, as a form has it: {@code retention}, a whole number, and {@code
 * retentionUnit}, {@code years}, {@code months} or {@code days}. No number is the installation's
 * period. A period of several parts, which only the command line gives, stands there and is taken
 * as ISO 8601 has it.
 */
public final class RetentionForm {

  private static final String NUMBER = "retention";
  private static final String UNIT = "retentionUnit";

  private RetentionForm() {}

  /** The form with what a client has of its own. */
  public static Form filled(Form form, Optional<RetentionPeriod> own) {
    return own.map(period -> filled(form, period.period())).orElse(form.with(UNIT, "years"));
  }

  private static Form filled(Form form, Period period) {
    long months = period.toTotalMonths();
    long days = period.get(ChronoUnit.DAYS);
    if (days > 0) {
      return months > 0
          ? form.with(NUMBER, period.toString()).with(UNIT, "days")
          : form.with(NUMBER, Long.toString(days)).with(UNIT, "days");
    }
    return months % 12 == 0
        ? form.with(NUMBER, Long.toString(months / 12)).with(UNIT, "years")
        : form.with(NUMBER, Long.toString(months)).with(UNIT, "months");
  }

  /**
   * What was chosen; empty for the installation's period.
   *
   * @throws InvalidException naming {@code retention} when it is no period, too short or too long
   */
  public static Optional<RetentionPeriod> read(Form form) {
    String number = form.value(NUMBER).replaceAll("[\\s\\u00a0\\u202f]", "");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        number.matches("\\d{1,6}")
            ? new RetentionPeriod(period(Integer.parseInt(number), form.value(UNIT)))
            : RetentionPeriod.parse(number.toUpperCase(Locale.ROOT)));
  }

  private static Period period(int number, String unit) {
    return switch (unit) {
      case "years" -> Period.ofYears(number);
      case "months" -> Period.ofMonths(number);
      case "days" -> Period.ofDays(number);
      default -> throw new InvalidException(NUMBER, "\"" + unit + "\" is no unit of time");
    };
  }
}
