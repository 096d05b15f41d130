package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewBatteryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"L", "LAV-07", "7", "a.b_c-D", "0123456789012345678901234567890123456789"})
  void takesLettersDigitsDotsHyphensAndUnderscoresAsCode(String code) {
    assertThat(named(code).build().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-7",
        ".7",
        "LAV 07",
        "LAV-07 ",
        "é",
        "a/b",
        "a\n",
        "01234567890123456789012345678901234567890"
      })
  void refusesAnyOtherCodeAndShowsIt(String code) {
    assertThatThrownBy(() -> named(code).build())
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("code"))
        .hasMessageContaining("\"" + code + "\"");
  }

  @Test
  void isNamedByItsCodeWhenNothingElseIsSaid() {
    NewBattery battery = named("LAV-07").build();
    assertThat(battery.name()).isEqualTo("LAV-07");
    assertThat(battery.storagePeriod()).isEqualTo(Duration.ofSeconds(5));
    assertThat(battery.staleThreshold()).isEqualTo(Duration.ofSeconds(60));
    assertThat(battery.nominalCapacityAh()).isNaN();
  }

  @Test
  void stripsBlanksAroundNames() {
    assertThat(named("A").name("  Laveuse 7 ").build().name()).isEqualTo("Laveuse 7");
  }

  @Test
  void takesAStaleThresholdOfFiveSeconds() {
    assertThatCode(() -> named("A").staleThreshold(Duration.ofSeconds(5)).build())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "PT1H0.001S", "PT-5S", "PT1.0005S"})
  void refusesAStoragePeriodOutsideOneSecondToOneHour(String period) {
    assertRefused(named("A").storagePeriod(Duration.parse(period)), "storagePeriod");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesANominalValueThatIsNotMoreThanZero(double value) {
    assertRefused(named("A").nominalCapacityAh(value), "nominalCapacityAh");
    assertRefused(named("A").nominalVoltageV(value), "nominalVoltageV");
  }

  @Test
  void refusesTextsThatDoNotFitTheirColumns() {
    assertRefused(named("A").name("x".repeat(121)), "name");
    assertRefused(named("A").name("two\nlines"), "name");
    assertRefused(named("A").serialNumber("x".repeat(81)), "serialNumber");
    assertRefused(NewBattery.builder("A", " ", "Lévis", "foxbms"), "type");
    assertRefused(NewBattery.builder("A", "Laveuse", "", "foxbms"), "place");
    assertRefused(named("A").cellCount(-1), "cellCount");
    assertRefused(named("A").parent("not a code"), "parent");
  }

  private static NewBatteryBuilder named(String code) {
    return NewBattery.builder(code, "Laveuse", "Lévis", "foxbms");
  }

  private static void assertRefused(NewBatteryBuilder battery, String field) {
    assertThatThrownBy(battery::build)
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
