package ca.edsquebec.trackingbms.fleet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what somebody wrote as the value of a custom field. */
final class FieldText {

  static final int MAX_LENGTH = 500;

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{1,12})?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final Set<String> YES = Set.of("true", "yes", "oui");
  private static final Set<String> NO = Set.of("false", "no", "non");

  /**
   * @param value as stored; what was given when there is a fault
   */
  record Read(String value, Optional<FieldFault> fault) {}

  private FieldText() {}

  static Read read(CustomField field, String given) {
    String text = given.strip();
    if (text.isEmpty()) {
      return field.required() ? fault(text, FieldFault.MISSING) : value(text);
    }
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      return fault(text, FieldFault.TOO_LONG);
    }
    return switch (field.kind()) {
      case TEXT -> value(text);
      case NUMBER -> number(text);
      case DATE -> date(text);
      case LIST -> choice(field, text);
      case YES_NO -> yesNo(text);
    };
  }

  // As people of both languages write: 1 250,5 and 1250.5.
  private static Read number(String text) {
    String digits = SPACES.matcher(text.replace('−', '-')).replaceAll("");
    if (!NUMBER.matcher(digits).matches()) {
      return fault(text, FieldFault.NOT_A_NUMBER);
    }
    BigDecimal number = new BigDecimal(digits.replace(',', '.'));
    return value(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  private static Read date(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      boolean plausible = day.getYear() >= 1900 && day.getYear() < 2200;
      return plausible ? value(day.toString()) : fault(text, FieldFault.NOT_A_DATE);
    } catch (DateTimeException malformed) {
      return fault(text, FieldFault.NOT_A_DATE);
    }
  }

  private static Read choice(CustomField field, String text) {
    return field.choices().stream()
        .filter(
            choice ->
                choice.value().equalsIgnoreCase(text) || choice.labelEn().equalsIgnoreCase(text))
        .findFirst()
        .map(choice -> value(choice.value()))
        .orElseGet(() -> fault(text, FieldFault.NOT_A_CHOICE));
  }

  private static Read yesNo(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return value("true");
    }
    return NO.contains(word) ? value("false") : fault(text, FieldFault.NOT_YES_OR_NO);
  }

  private static Read value(String value) {
    return new Read(value, Optional.empty());
  }

  private static Read fault(String text, FieldFault fault) {
    return new Read(text, Optional.of(fault));
  }
}
