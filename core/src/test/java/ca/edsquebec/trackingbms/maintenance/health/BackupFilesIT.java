package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFilesIT {

  @TempDir Path folder;

  private TestInstallation installation;
  private BackupFiles backups;

  @BeforeEach
  void start() {
    installation = new TestInstallation(Map.of("TBMS_BACKUP_DIR", folder.toString()));
    backups = new BackupFiles(installation.settings(), installation.databases());
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void answersByThePlaceThatLagsBehind() throws IOException {
    assertThat(backups.begunAt()).isEmpty();
    make("acme", "acme-20261127T020000Z.tbms");
    assertThat(backups.begunAt()).as("none of the registry").isEmpty();
    make("_registry", "_registry-20261127T020000Z.tbms");
    make("_registry", "_registry-20261128T020000Z.tbms");
    assertThat(backups.begunAt()).contains(Instant.parse("2026-11-27T02:00:00Z"));
    make("acme", "acme-20261128T020003Z.tbms");
    assertThat(backups.begunAt()).contains(Instant.parse("2026-11-28T02:00:00Z"));
  }

  @Test
  void countsNeitherWhatIsNotCompleteNorClientsThatAreGone() throws IOException {
    make("_registry", "_registry-20261128T020000Z.tbms");
    make("_registry", "_registry-20261129T020000Z.tbms.part");
    make("_registry", "_registry-20261129T020000Z.json");
    make("gone", "gone-20200101T020000Z.tbms");
    assertThat(backups.begunAt()).contains(Instant.parse("2026-11-28T02:00:00Z"));
  }

  private void make(String place, String file) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(place)).resolve(file), "");
  }
}
