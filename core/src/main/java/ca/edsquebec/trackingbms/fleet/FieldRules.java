package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a custom field may be. */
final class FieldRules {

  private static final int MAX_LABEL = 80;
  private static final int MAX_UNIT = 20;
  private static final int MAX_CHOICES = 100;
  private static final int MAX_CODE = 40;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private FieldRules() {}

  /**
   * The field with all texts as they are stored.
   *
   * @throws InvalidException naming what can't be so
   */
  static CustomField checked(CustomField wanted) {
    String labelFr = FleetText.name("labelFr", wanted.labelFr(), MAX_LABEL);
    String labelEn = FleetText.name("labelEn", wanted.labelEn(), MAX_LABEL);
    boolean number = wanted.kind() == FieldKind.NUMBER;
    CustomField field =
        new CustomField(
            code(wanted.code().isBlank() ? codeOf(labelFr) : wanted.code().strip()),
            wanted.kind(),
            labelFr,
            labelEn,
            number ? FleetText.optional("unit", wanted.unit(), MAX_UNIT) : "",
            wanted.required(),
            "",
            wanted.kind() == FieldKind.LIST ? choices(wanted.choices()) : List.of(),
            false);
    return withDefault(field, wanted.defaultValue());
  }

  private static CustomField withDefault(CustomField field, String given) {
    FieldText.Read read =
        given.isBlank() ? new FieldText.Read("", Optional.empty()) : FieldText.read(field, given);
    read.fault()
        .ifPresent(
            fault -> {
              throw new InvalidException(
                  "default",
                  "the default is \"%s\": %s"
                      .formatted(FleetText.shortened(given, 40), fault.sentence()));
            });
    return new CustomField(
        field.code(),
        field.kind(),
        field.labelFr(),
        field.labelEn(),
        field.unit(),
        field.required(),
        read.value(),
        field.choices(),
        false);
  }

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new InvalidException(
          "code",
          "\"%s\" is not a field's code: a lower-case letter, then up to 39 of these, digits, - _"
              .formatted(FleetText.shortened(text, MAX_CODE)));
    }
    return text;
  }

  /** {@code annee-d-achat} of «Année d’achat». */
  static String codeOf(String label) {
    String apart = Normalizer.normalize(label, Normalizer.Form.NFD);
    String plain = ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    String words = OTHERS.matcher(plain).replaceAll("-").replaceAll("^[^a-z]+|-+$", "");
    String cut = words.substring(0, Math.min(words.length(), MAX_CODE)).replaceAll("-+$", "");
    return cut.isEmpty() ? "field" : cut;
  }

  private static List<CustomField.Choice> choices(List<CustomField.Choice> given) {
    List<CustomField.Choice> choices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CustomField.Choice one : given) {
      String value = FleetText.name("choices", one.value(), MAX_LABEL);
      String english = FleetText.optional("choices", one.labelEn(), MAX_LABEL);
      if (!seen.add(value.toLowerCase(Locale.ROOT))) {
        throw new InvalidException("choices", "choice \"" + value + "\" stands there twice");
      }
      choices.add(new CustomField.Choice(value, english.isEmpty() ? value : english));
    }
    if (choices.isEmpty() || choices.size() > MAX_CHOICES) {
      throw new InvalidException(
          "choices", "a list has 1 to %d choices, not %d".formatted(MAX_CHOICES, choices.size()));
    }
    return choices;
  }
}
