package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a client wants to know of each battery beside what all batteries have.
 *
 * @param code for programs: unique within the client, never changes
 * @param labelFr what people read in French
 * @param labelEn what people read in English
 * @param unit of a number; empty when it has none
 * @param required a battery can't be added or changed without it
 * @param defaultValue what a new battery has when nothing is said, as it is stored; empty for none
 * @param choices of a list, in their order; else empty
 * @param archived not shown any more; its values are kept
 */
public record CustomField(
    String code,
    FieldKind kind,
    String labelFr,
    String labelEn,
    String unit,
    boolean required,
    String defaultValue,
    List<Choice> choices,
    boolean archived) {

  /**
   * What a list offers.
   *
   * @param value what is stored, and what people read in French
   * @param labelEn what people read in English
   */
  public record Choice(String value, String labelEn) {

    public String label(Locale locale) {
      return isFrench(locale) ? value : labelEn;
    }
  }

  public CustomField {
    choices = List.copyOf(choices);
  }

  public String label(Locale locale) {
    return isFrench(locale) ? labelFr : labelEn;
  }

  /** What is wrong with a text as a value of this field; empty when nothing is. */
  public Optional<FieldFault> fault(String text) {
    return FieldText.read(this, text).fault();
  }

  /**
   * A text as it is stored: numbers as plain decimals, days as {@code 2026-03-01}, yes and no as
   * {@code true} and {@code false}, a choice as its value. Empty stays empty.
   *
   * @throws InvalidException naming the field by its code
   */
  public String value(String text) {
    FieldText.Read read = FieldText.read(this, text);
    read.fault()
        .ifPresent(
            fault -> {
              throw new InvalidException(
                  code,
                  "%s is \"%s\": %s"
                      .formatted(code, FleetText.shortened(text, 40), fault.sentence()));
            });
    return read.value();
  }

  private static boolean isFrench(Locale locale) {
    return locale.getLanguage().equals("fr");
  }
}
