package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import org.junit.jupiter.api.Test;

class BatteryQueryTest {

  @Test
  void refusesPagesThatCannotBe() {
    assertThatThrownBy(() -> BatteryQuery.first(0)).isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> BatteryQuery.first(201)).hasMessageContaining("1 to 200");
    assertThatThrownBy(() -> BatteryQuery.first(10).page(0)).hasMessageContaining("page is 0");
    assertThatThrownBy(() -> BatteryQuery.first(10).page(Integer.MAX_VALUE))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void countsTheFirstRowWithoutOverflow() {
    assertThat(BatteryListing.first(BatteryQuery.first(200).page(1_000_000)))
        .isEqualTo(199_999_800);
  }

  @Test
  void takesWildcardsInASearchTextLiterally() {
    assertThat(BatteryListing.pattern("50%_!A\\")).isEqualTo("%50!%!_!!a\\%");
  }
}
