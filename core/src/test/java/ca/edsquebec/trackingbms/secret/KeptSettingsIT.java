package ca.edsquebec.trackingbms.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptSettingsIT {

  private static final Setting PASSWORD = Setting.TBMS_MAIL_PASSWORD;

  private final TestInstallation installation = new TestInstallation();
  private final RegistryDatabase registry = installation.databases().registry();
  private final KeyRing keys =
      new KeyRing(registry, installation.settings().masterKey(), SettableClock.atPresent());
  private final KeptSettings kept = new KeptSettings(registry, new SecretBox(keys));

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void keepsTheLastOne() {
    assertThat(kept.text(PASSWORD)).isEmpty();
    kept.keep(PASSWORD, "été 2026");
    kept.keep(PASSWORD, "hiver 2027");
    assertThat(kept.text(PASSWORD)).contains("hiver 2027");
    assertThat(kept.forget(PASSWORD)).isTrue();
    assertThat(kept.forget(PASSWORD)).isFalse();
    assertThat(kept.text(PASSWORD)).isEmpty();
  }

  @Test
  void cannotBeReadOrMovedInTheDatabase() {
    kept.keep(PASSWORD, "hiver 2027");
    assertThat(
            sql(
                "UPDATE %s.kept_setting SET sealed = CONCAT(sealed, '') WHERE sealed LIKE"
                    + " '%%hiver%%'"))
        .isZero();
    sql("UPDATE %s.kept_setting SET name = 'TBMS_DB_PASSWORD'");
    assertThat(kept.text(PASSWORD)).isEmpty();
    assertThatThrownBy(() -> kept.text(Setting.TBMS_DB_PASSWORD))
        .isInstanceOf(SecretException.class);
  }

  private int sql(String change) {
    return registry.sql(
        (connection, db) -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(change.formatted(db));
          }
        });
  }
}
