package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionPeriodsIT {

  private static final RetentionPeriod YEAR = RetentionPeriod.parse("P1Y");
  private static final RetentionPeriod TWO_YEARS = RetentionPeriod.parse("P2Y");

  private TestInstallation installation;
  private RetentionPeriods periods;
  private TenantId acme;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    periods = installation.databases().retentionPeriods();
    acme = installation.tenant("acme");
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void isTheInstallationsUnlessTheClientHasItsOwn() {
    periods.set(acme, YEAR);
    assertThat(periods.of(acme)).isEqualTo(YEAR);
    assertThat(periods.of(installation.tenant("boreal"))).isEqualTo(TWO_YEARS);
    assertThat(periods.own(installation.tenant("boreal"))).isEmpty();
  }

  @Test
  void canBeChangedAndTakenBack() {
    periods.set(acme, YEAR);
    periods.set(acme, RetentionPeriod.parse("P6M"));
    assertThat(periods.own(acme)).contains(RetentionPeriod.parse("P6M"));
    periods.clear(acme);
    periods.clear(acme);
    assertThat(periods.of(acme)).isEqualTo(TWO_YEARS);
  }

  @Test
  void knowsNoClientThatIsNotThere() {
    TenantId nobody = new TenantId("nobody");
    assertThatThrownBy(() -> periods.of(nobody)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> periods.set(nobody, YEAR)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> periods.clear(nobody)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void stopsTheStartWhenTheInstallationWouldKeepNothing() {
    assertThatThrownBy(() -> new TestInstallation(Map.of("TBMS_RETENTION_RAW", "P7D")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("TBMS_RETENTION_RAW")
        .hasMessageContaining("P7D");
  }
}
