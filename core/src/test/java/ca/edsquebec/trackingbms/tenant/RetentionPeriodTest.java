package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPeriodTest {

  @ParameterizedTest
  @CsvSource({"P2Y, P2Y", "P1M, P1M", "P31D, P31D", "P14M, P1Y2M", "P90D, P90D", "P100Y, P100Y"})
  void readsAPeriodOfTheCalendar(String text, String shown) {
    assertThat(RetentionPeriod.parse(text).toString()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P30D", "P4W", "-P1Y", "P-1M", "P2M-40D", "P1Y-14M"})
  void refusesLessThanAMonth(String text) {
    assertThatThrownBy(() -> RetentionPeriod.parse(text))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("a month (P1M)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P101Y", "P40000D", "P2000000000M"})
  void refusesMoreThanACentury(String text) {
    assertThatThrownBy(() -> RetentionPeriod.parse(text))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("100 years at most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 years", "P1DT1H", "PT800H", "P2Z", "P99999999999Y"})
  void refusesWhatIsNoPeriod(String text) {
    assertThatThrownBy(() -> RetentionPeriod.parse(text))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("\"" + text + "\" is not a period");
  }

  @Test
  void countsBackByTheCalendar() {
    Instant now = Instant.parse("2028-02-29T10:15:30Z");
    assertThat(RetentionPeriod.parse("P1Y").cutoff(now)).isEqualTo("2027-02-28T10:15:30Z");
    assertThat(RetentionPeriod.parse("P1M").cutoff(now)).isEqualTo("2028-01-29T10:15:30Z");
  }
}
