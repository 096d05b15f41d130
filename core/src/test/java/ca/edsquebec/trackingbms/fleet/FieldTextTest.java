package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "12.50|12.5",
        "12,50|12.5",
        "1 250,5|1250.5",
        "1\u00a0250|1250",
        "-0.0|0",
        "−3,25|-3.25",
        "+7|7",
        "100|100",
        "0,000000000001|0.000000000001"
      })
  void readsNumbersAsBothLanguagesWriteThem(String written, String stored) {
    assertThat(field(FieldKind.NUMBER, false).value(written)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234.5", "douze", "1e9", "12 V", "NaN", "9999999999999999999", "."})
  void refusesWhatIsNoNumber(String written) {
    assertThat(field(FieldKind.NUMBER, false).fault(written)).contains(FieldFault.NOT_A_NUMBER);
  }

  @Test
  void readsDaysThatTheCalendarHas() {
    CustomField day = field(FieldKind.DATE, false);
    assertThat(day.value("2024-02-29")).isEqualTo("2024-02-29");
    assertThat(day.fault("2025-02-29")).contains(FieldFault.NOT_A_DATE);
    assertThat(day.fault("29/02/2024")).contains(FieldFault.NOT_A_DATE);
    assertThat(day.fault("1850-01-01")).contains(FieldFault.NOT_A_DATE);
  }

  @Test
  void readsYesAndNoInBothLanguages() {
    CustomField yesNo = field(FieldKind.YES_NO, false);
    assertThat(List.of(yesNo.value("Oui"), yesNo.value("yes"), yesNo.value("true")))
        .containsOnly("true");
    assertThat(List.of(yesNo.value("NON"), yesNo.value("no"))).containsOnly("false");
    assertThat(yesNo.fault("peut-être")).contains(FieldFault.NOT_YES_OR_NO);
  }

  @Test
  void knowsAChoiceByEitherOfItsNames() {
    CustomField colour = field(FieldKind.LIST, false);
    assertThat(colour.value("Rouge")).isEqualTo("Rouge");
    assertThat(colour.value("red")).isEqualTo("Rouge");
    assertThat(colour.fault("mauve")).contains(FieldFault.NOT_A_CHOICE);
  }

  @Test
  void refusesATextThatIsTooLongOrHasSeveralLines() {
    CustomField text = field(FieldKind.TEXT, false);
    assertThat(text.value("  Entrepôt <b>2</b> ")).isEqualTo("Entrepôt <b>2</b>");
    assertThat(text.fault("x".repeat(501))).contains(FieldFault.TOO_LONG);
    assertThat(text.fault("a\nb")).contains(FieldFault.TOO_LONG);
  }

  @Test
  void missesAValueOnlyWhereOneIsRequired() {
    assertThat(field(FieldKind.TEXT, true).fault("  ")).contains(FieldFault.MISSING);
    assertThat(field(FieldKind.TEXT, false).fault("  ")).isEmpty();
  }

  @Test
  void saysWhichFieldIsWrongAndHow() {
    assertThatThrownBy(() -> field(FieldKind.NUMBER, false).value("douze"))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("a-field"))
        .hasMessage("a-field is \"douze\": it is not a number such as 12.5");
  }

  @ParameterizedTest
  @CsvSource({
    "Année d’achat,annee-d-achat",
    "N° d’inventaire,n-d-inventaire",
    "2e propriétaire,e-proprietaire",
    "???,field"
  })
  void makesACodeOfALabel(String label, String code) {
    assertThat(FieldRules.codeOf(label)).isEqualTo(code);
  }

  private static CustomField field(FieldKind kind, boolean required) {
    return new CustomField(
        "a-field",
        kind,
        "Champ",
        "Field",
        "",
        required,
        "",
        List.of(new CustomField.Choice("Rouge", "Red"), new CustomField.Choice("Bleu", "Blue")),
        false);
  }
}
