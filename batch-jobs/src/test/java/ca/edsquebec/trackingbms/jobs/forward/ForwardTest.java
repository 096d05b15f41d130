package ca.edsquebec.trackingbms.jobs.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a forwarder is told, and what it refuses. */
class ForwardTest {

  private static final String KEY = "tbms_" + "a".repeat(12) + "_" + "B".repeat(43);

  @TempDir Path folder;

  private Path file(String text, String permissions) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static Secrets secrets(Map<String, String> environment) {
    return new Secrets(environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rw-r-----"})
  void keyOfAFileThatOthersCannotRead(String permissions) throws Exception {
    Path file = file(KEY + "\n", permissions);
    assertThat(secrets(Map.of()).key(Optional.of(file))).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----"})
  void fileThatOthersCanReadIsRefused(String permissions) throws Exception {
    Path file = file(KEY, permissions);
    assertThatThrownBy(() -> secrets(Map.of()).key(Optional.of(file)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void keyOfTheEnvironmentMustBeOne() throws Exception {
    assertThat(secrets(Map.of("TBMS_KEY", KEY)).key(Optional.empty())).isEqualTo(KEY);
    assertThatThrownBy(() -> secrets(Map.of("TBMS_KEY", "secret")).key(Optional.empty()))
        .hasMessageContaining("no API key")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> secrets(Map.of()).key(Optional.empty()))
        .hasMessageContaining("TBMS_KEY");
  }

  @Test
  void settingsFileHasRemarksAndSeveralBatteries() throws Exception {
    ForwardOptions options = new ForwardOptions();
    options.config =
        file(
                """
                { // our depot
                  "url": "https://portal.example", "name": "depot-1", "keyFile": "/etc/tbms/key", "spoolLimit": "64MB",
                  "batteries": [
                    { "battery": "LAV-07", "connector": "foxbms", "from": "-", "thin": "5s" },
                    { "battery": "LAV-08", "connector": "jbd", "from": "tcp://10.0.0.7:9001" },
                  ] }
                """,
                "rw-r--r--")
            .toString();
    Site site = options.site(options.file());
    assertThat(site.name()).contains("depot-1");
    assertThat(site.limit()).isEqualTo(64_000_000);
    assertThat(site.feeds()).extracting(Feed::battery).containsExactly("LAV-07", "LAV-08");
    assertThat(site.feeds().get(0).thin()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"uri\": \"https://portal.example\" }",
        "{ \"url\": ",
        "{ \"url\": \"ftp://portal\", \"batteries\": [] }",
        "{ \"url\": \"https://p.example\", \"every\": \"soon\" }",
        "{ \"url\": \"https://p.example\", \"name\": \"our depot\", \"batteries\": ["
            + "{\"battery\":\"A\",\"connector\":\"jbd\",\"from\":\"-\"}]}",
        "{ \"url\": \"https://p.example\", \"batteries\": [ { \"battery\": \"A\" } ] }",
        "{ \"url\": \"https://p.example\" }",
        "{ \"url\": \"https://p.example\", \"batteries\": ["
            + "{\"battery\":\"A\",\"connector\":\"jbd\",\"from\":\"-\"},"
            + "{\"battery\":\"B\",\"connector\":\"jbd\",\"from\":\"-\"}]}"
      })
  void settingsFileThatMeansNothingIsRefused(String text) throws Exception {
    ForwardOptions options = new ForwardOptions();
    options.config = file(text, "rw-r--r--").toString();
    assertThatThrownBy(() -> options.site(options.file())).isInstanceOf(InvalidException.class);
  }

  @Test
  void spoolIsOneForwardersAlone() throws Exception {
    try (SpoolFolder first = new SpoolFolder(folder)) {
      assertThat(first.of("../../etc").getParent()).isEqualTo(folder);
      assertThatThrownBy(() -> new SpoolFolder(folder)).isInstanceOf(BusyException.class);
    }
    new SpoolFolder(folder).close();
  }
}
