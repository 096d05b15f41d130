package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operations.md is the list of {@link Setting}. */
class SettingsPageTest {

  private record Row(String name, String type, String defaultText) {}

  @Test
  void listsEverySettingWithItsTypeAndDefaultInOrder() throws IOException {
    assertThat(table().stream().map(cells -> new Row(cells[1], cells[2], cells[3])))
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .map(
                    setting ->
                        new Row(
                            setting.name(), type(setting.kind()), setting.defaultText().orElse("")))
                .toList());
  }

  @Test
  void saysWhatEachMeans() throws IOException {
    assertThat(table()).allSatisfy(cells -> assertThat(cells[4]).as(cells[1]).isNotBlank());
  }

  private static List<String[]> table() throws IOException {
    return Files.readAllLines(TestDatabase.projectRoot().resolve("docs/operations.md")).stream()
        .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
        .map(line -> line.replace("`", "").split("\\s*\\|\\s*", -1))
        .toList();
  }

  private static String type(Setting.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case SECRET -> "secret";
      case PATH -> "path";
      case URL -> "address";
      case ADDRESSES -> "addresses";
      case DB_URL -> "database address";
      case KEY -> "key";
      case SFTP -> "SFTP address";
      case FINGERPRINT -> "fingerprint";
      case PORT -> "port";
      case COUNT -> "whole number";
      case FLAG -> "true or false";
      case PERIOD -> "period";
      case PROVISIONING -> "sql or cpanel";
      case SCHEDULER -> "cron or quartz";
      case ZONE -> "time zone";
    };
  }
}
