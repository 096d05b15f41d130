package ca.edsquebec.trackingbms.maintenance.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.BackupName;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.maintenance.backup.Rotation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenSSH's own server; skipped where there is none ({@code openssh-server}). */
class OffSiteTest {

  private static final Instant DAY = Instant.parse("2026-11-28T02:00:00Z");
  private static final Rotation ROTATION = new Rotation(3, 1, 1);

  @TempDir Path folder;
  private Sshd sshd;
  private Path remote;
  private OffSite offSite;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Sshd.PROGRAM), "no /usr/sbin/sshd here: install openssh-server");
    sshd = new Sshd(Files.createDirectory(folder.resolve("ssh")));
    remote = folder.resolve("there/backups");
    offSite = new OffSite(destination(sshd.fingerprint()), ROTATION);
  }

  @AfterEach
  void stop() {
    if (sshd != null) {
      sshd.close();
    }
  }

  private Destination destination(String fingerprint) {
    return new Destination(
        System.getProperty("user.name"),
        "127.0.0.1",
        sshd.port(),
        remote.toString(),
        sshd.key(),
        fingerprint);
  }

  @Test
  void copiesWhatIsMissingAndFetchesItBack() throws Exception {
    List<Backup> backups = List.of(backup("laval", 0), backup("laval", 1), backup("boreal", 0));
    assertThat(offSite.push(backups).pushed()).hasSize(3);
    for (Backup backup : backups) {
      Path copy = remote.resolve(backup.place().name()).resolve(backup.file().getFileName());
      assertThat(copy).hasSameBinaryContentAs(backup.file());
      assertThat(copy.resolveSibling(new BackupName(backup.place(), backup.createdAt()).note()))
          .exists();
    }
    assertThat(offSite.push(backups).pushed()).isEmpty();
    assertThat(offSite.newest(List.of("laval", "boreal", "nobody")))
        .hasSize(2)
        .containsEntry("laval", DAY);
    Path back = folder.resolve("back.tbms");
    offSite.fetch(backups.get(0).file().getFileName().toString(), back);
    assertThat(back).hasSameBinaryContentAs(backups.get(0).file());
  }

  @Test
  void repeatsWhatBrokeOff() throws Exception {
    Backup backup = backup("laval", 0);
    Path there = Files.createDirectories(remote.resolve("laval"));
    String name = backup.file().getFileName().toString();
    Files.writeString(there.resolve(name + ".part"), "half");
    Files.writeString(there.resolve(name), "less than all");
    assertThat(offSite.push(List.of(backup)).pushed()).containsExactly(name);
    assertThat(there.resolve(name)).hasSameBinaryContentAs(backup.file());
    assertThat(there.resolve(name + ".part")).doesNotExist();
  }

  @Test
  void keepsTheRotationThere() throws Exception {
    List<String> deleted = new ArrayList<>();
    for (int age = 9; age >= 0; age--) {
      deleted.addAll(offSite.push(List.of(backup("laval", age))).deleted());
    }
    assertThat(deleted).isNotEmpty();
    try (var files = Files.list(remote.resolve("laval"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".tbms")))
          .containsExactlyInAnyOrder(
              "laval-20261126T020000Z.tbms",
              "laval-20261127T020000Z.tbms",
              "laval-20261128T020000Z.tbms");
    }
  }

  @Test
  void takesAwayWhatIsLeftOfCopiesThatBrokeOffLongAgo() throws Exception {
    Path there = Files.createDirectories(remote.resolve("laval"));
    Path left = Files.writeString(there.resolve("laval-20261101T020000Z.tbms.part"), "half");
    Path others = Files.writeString(there.resolve("notes.part"), "of somebody else");
    offSite.push(List.of(backup("laval", 0)));
    assertThat(left).doesNotExist();
    assertThat(others).exists();
  }

  @Test
  void ofADiskThatIsFullThereNothingHalfStaysAndFewerMakeRoom() throws Exception {
    Path small = Files.createDirectory(folder.resolve("there"));
    Assumptions.assumeTrue(
        ended("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", small.toString()) == 0,
        "only root can make a small disk to fill");
    try {
      List<Backup> three = List.of(backup("laval", 0), backup("laval", 1), backup("laval", 2));
      assertThatThrownBy(() -> offSite.push(three)).isInstanceOf(IOException.class);
      assertThat(names("laval")).noneMatch(name -> name.endsWith(".part"));
      assertThat(names("laval")).contains("laval-20261128T020000Z.tbms");
      OffSite fewer = new OffSite(destination(sshd.fingerprint()), new Rotation(1, 1, 1));
      assertThat(fewer.push(List.of(backup("laval", -1))).pushed()).hasSize(1);
      assertThat(names("laval")).contains("laval-20261129T020000Z.tbms");
    } finally {
      assertThat(ended("umount", small.toString())).isZero();
    }
  }

  private List<String> names(String place) throws IOException {
    try (var files = Files.list(remote.resolve(place))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static int ended(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor();
  }

  @Test
  void speaksToNoOtherServer() throws Exception {
    OffSite other =
        new OffSite(destination("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), ROTATION);
    List<Backup> backups = List.of(backup("laval", 0));
    assertThatThrownBy(() -> other.push(backups))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sshd.fingerprint())
        .hasMessageContaining("TBMS_BACKUP_SFTP_HOST_KEY");
    assertThat(remote).doesNotExist();
  }

  @Test
  void saysThatTheServerDoesNotTakeTheKeyOrIsAway() throws Exception {
    List<Backup> backups = List.of(backup("laval", 0));
    Files.writeString(folder.resolve("ssh/authorized"), "");
    assertThatThrownBy(() -> offSite.push(backups))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1");
    sshd.close();
    assertThatThrownBy(() -> offSite.push(backups)).isInstanceOf(IOException.class);
  }

  private Backup backup(String slug, int daysAgo) throws IOException {
    BackupName name =
        new BackupName(Place.of(new TenantId(slug)), DAY.minus(Duration.ofDays(daysAgo)));
    byte[] content = new byte[200_000];
    new Random(daysAgo).nextBytes(content);
    Path file = Files.write(folder.resolve(name.file()), content);
    Files.writeString(folder.resolve(name.note()), "{}");
    return new Backup(
        name.place(), name.at(), file, content.length, Optional.empty(), Optional.empty());
  }
}
