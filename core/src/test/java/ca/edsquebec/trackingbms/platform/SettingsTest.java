package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir private Path home;

  @Test
  void readsTheFileAndLetsTheEnvironmentWin() throws IOException {
    file("# a comment\n\nTBMS_DB_POOL=5\nTBMS_DB_USER = \"file\"\nTBMS_DB_PASSWORD=a=b#c\n");
    Settings settings = settings(Map.of("TBMS_DB_USER", "environment"));
    assertThat(settings.number(Setting.TBMS_DB_POOL)).isEqualTo(5);
    assertThat(settings.required(Setting.TBMS_DB_USER)).isEqualTo("environment");
    assertThat(settings.required(Setting.TBMS_DB_PASSWORD)).isEqualTo("a=b#c");
  }

  @Test
  void fillsInDefaults() {
    Settings settings = settings(Map.of());
    assertThat(settings.number(Setting.TBMS_DB_POOL)).isEqualTo(8);
    assertThat(settings.number(Setting.TBMS_JOB_POOL)).isEqualTo(3);
    assertThat(settings.flag(Setting.TBMS_ALLOW_PRIVATE_ADDRESSES)).isFalse();
    assertThat(settings.text(Setting.TBMS_PUBLIC_URL)).isEmpty();
  }

  @Test
  void readsAPathFromTheHomeWhereverItsProgramIsStarted() {
    assertThat(settings(Map.of("TBMS_BACKUP_DIR", "b")).path(Setting.TBMS_BACKUP_DIR))
        .contains(home.resolve("b").toAbsolutePath());
    assertThat(settings(Map.of("TBMS_BACKUP_DIR", "/safe/b")).path(Setting.TBMS_BACKUP_DIR))
        .contains(Path.of("/safe/b"));
    assertThat(settings(Map.of()).path(Setting.TBMS_BACKUP_DIR)).isEmpty();
    assertThatThrownBy(() -> settings(Map.of("TBMS_BACKUP_DIR", "~/backups")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("TBMS_BACKUP_DIR")
        .hasMessageContaining("~");
  }

  @Test
  void ignoresOtherProgramsNames() {
    assertThat(settings(Map.of("PATH", "/bin", "LANG", "fr")).home()).isEqualTo(home);
  }

  @Test
  void refusesAnUnknownNameInTheEnvironmentAndInTheFile() throws IOException {
    assertThatThrownBy(() -> settings(Map.of("TBMS_DB_PASWORD", "secret!")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("TBMS_DB_PASWORD")
        .hasMessageNotContaining("secret!");
    file("MAIL_HOST=x\n");
    assertThatThrownBy(() -> settings(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("MAIL_HOST")
        .hasMessageContaining(".env");
  }

  @Test
  void refusesAHomeInTheFileThatTheHomeNamed() throws IOException {
    file("TBMS_HOME=/elsewhere\n");
    assertThatThrownBy(() -> settings(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("TBMS_HOME");
  }

  @Test
  void refusesALineThatIsNotASetting() throws IOException {
    file("TBMS_DB_POOL=3\nnonsense\n");
    assertThatThrownBy(() -> settings(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("Line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "TBMS_DB_POOL, zero",
    "TBMS_DB_POOL, 0",
    "TBMS_HTTP_PORT, 70000",
    "TBMS_MAIL_TLS, oui",
    "TBMS_PUBLIC_URL, ftp://x",
    "TBMS_TRUSTED_PROXIES, proxy.example",
    "TBMS_TRUSTED_PROXIES, 10.0.0.0/33",
    "TBMS_RETENTION_RAW, two years",
    "TBMS_PROVISIONING, magic",
    "TBMS_DB_URL, jdbc:postgresql://x/y",
    "TBMS_DB_URL, jdbc:mysql://x/",
    "TBMS_DB_URL, jdbc:mysql://x/y?databaseTerm=SCHEMA",
    "TBMS_DB_URL, jdbc:mysql://x/y?a=b&DatabaseTerm=schema",
  })
  void refusesAMalformedValueAndNamesIt(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name);
  }

  @Test
  void saysWhichSettingIsMissing() {
    assertThatThrownBy(() -> settings(Map.of()).masterKey())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("TBMS_MASTER_KEY is not set");
  }

  @Test
  void showsNoSecret() {
    String key = java.util.Base64.getEncoder().encodeToString(new byte[32]);
    Settings settings =
        settings(
            Map.of(
                "TBMS_DB_PASSWORD", "hunter2",
                "TBMS_MASTER_KEY", key,
                "REDIS_URL", "redis://:hunter3@localhost",
                "TBMS_DB_URL", "jdbc:mysql://x/y?password=hunter4"));
    assertThat(settings.toString()).doesNotContain("hunter", key).contains("TBMS_DB_URL");
    assertThatThrownBy(() -> settings(Map.of("TBMS_MASTER_KEY", "tooshort")))
        .hasMessageNotContaining("tooshort");
  }

  private Settings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TBMS_HOME", home.toString());
    return Settings.from(all);
  }

  private void file(String text) throws IOException {
    Files.writeString(home.resolve(".env"), text);
  }
}
