package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/**
 * One of a client's own facts about a battery, as people read it.
 *
 * @param value empty when it is not known
 */
public record FactRow(String label, String value) {

  private static final int MOST_DECIMALS = 12;

  /** In the order of the client's fields. */
  static List<FactRow> of(Battery battery, List<CustomField> fields, Texts texts) {
    return fields.stream()
        .map(
            field ->
                new FactRow(
                    field.label(texts.locale()),
                    shown(field, battery.details().fields().getOrDefault(field.code(), ""), texts)))
        .toList();
  }

  private static String shown(CustomField field, String value, Texts texts) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (field.kind()) {
      case TEXT -> value;
      case NUMBER -> number(value, field.unit(), texts);
      case DATE ->
          LocalDate.parse(value)
              .format(
                  DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale()));
      case LIST ->
          field.choices().stream()
              .filter(choice -> choice.value().equals(value))
              .map(choice -> choice.label(texts.locale()))
              .findFirst()
              .orElse(value);
      case YES_NO -> texts.of(value.equals("true") ? "js.yes" : "js.no");
    };
  }

  private static String number(String value, String unit, Texts texts) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(MOST_DECIMALS);
    String number = format.format(new BigDecimal(value));
    return unit.isEmpty() ? number : number + "\u00a0" + unit;
  }
}
