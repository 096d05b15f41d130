package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIT {

  @TempDir Path folder;
  private BackupWorld world;

  @BeforeEach
  void start() {
    world = new BackupWorld(folder);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void getsADeletedDatabaseBackToTheRow(boolean program) throws IOException {
    Map<String, String> before = world.content(world.database("acme"));
    Map<String, String> other = world.content(world.database("boreal"));
    Backup backup = world.backups(program).create(world.place("acme"), Progress.SILENT);
    Manifest manifest = backup.note().orElseThrow().manifest();
    assertThat(manifest.way()).isEqualTo(program ? "mariadb-dump" : "tbms");
    assertThat(manifest.schemaVersion()).isNotEmpty();
    world.execute("DROP DATABASE {db}", world.database("acme"));
    restore(backup.file(), same(false));
    assertThat(world.content(world.database("acme"))).isEqualTo(before);
    assertThat(world.content(world.database("boreal"))).isEqualTo(other);
    assertThat(world.databases()).hasSize(3);
    assertThat(odd(world.database("acme"))).isEqualTo("5000");
  }

  private String odd(String db) {
    world.execute("INSERT INTO {db}.odd (f) VALUES (1)", db);
    return world.column("SELECT MAX(id) FROM `" + db + "`.odd").get(0);
  }

  @Test
  void countsTheSameWhoeverWroteTheSql() throws IOException {
    Manifest own = manifest(world.backups(false).create(world.place("acme"), Progress.SILENT));
    Manifest program = manifest(world.backups(true).create(world.place("acme"), Progress.SILENT));
    assertThat(program.tables()).isEqualTo(own.tables());
    assertThat(own.tables())
        .filteredOn(table -> table.table().equals("odd"))
        .singleElement()
        .matches(table -> table.rows() == 60);
  }

  @Test
  void verifiesInADatabaseOfItsOwnAndLeavesNothing() throws IOException {
    Map<String, String> before = world.content(world.database("acme"));
    Backups backups = world.backups(true);
    Backup backup = backups.create(world.place("acme"), Progress.SILENT);
    assertThat(backups.list(world.place("acme")).get(0).verifiedAt()).isEmpty();
    assertThat(world.restores.verify(backup.file(), Progress.SILENT)).isEqualTo(manifest(backup));
    assertThat(backups.list(world.place("acme")).get(0).verifiedAt()).isPresent();
    assertThat(world.content(world.database("acme"))).isEqualTo(before);
    assertThat(world.databases()).hasSize(3);
  }

  @Test
  void overwritesOnlyWhenItIsTold() throws IOException {
    Backup backup = world.backups(false).create(world.place("acme"), Progress.SILENT);
    Map<String, String> backedUp = world.content(world.database("acme"));
    world.execute("DELETE FROM {db}.sample", world.database("acme"));
    Map<String, String> changed = world.content(world.database("acme"));
    assertThatThrownBy(() -> restore(backup.file(), same(false)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("--force");
    assertThat(world.content(world.database("acme"))).isEqualTo(changed);
    restore(backup.file(), same(true));
    assertThat(world.content(world.database("acme"))).isEqualTo(backedUp);
  }

  @Test
  void restoresUnderAnotherNameBesideTheFirst() throws IOException {
    Backup backup = world.backups(true).create(world.place("acme"), Progress.SILENT);
    Map<String, String> before = world.content(world.database("acme"));
    Restores.Target copy =
        new Restores.Target(Optional.of(new TenantId("acme-copie")), Optional.of("Copie"), false);
    restore(backup.file(), copy);
    assertThat(world.content(world.database("acme-copie"))).isEqualTo(before);
    assertThat(world.content(world.database("acme"))).isEqualTo(before);
    assertThat(world.column("SELECT name FROM " + world.registry() + ".tenant"))
        .contains("Acme Énergie", "Copie");
    assertThatThrownBy(() -> restore(backup.file(), copy)).isInstanceOf(InvalidException.class);
  }

  @Test
  void getsAClientBackThatTheRegistryDoesNotKnowAnyMore() throws IOException {
    Map<String, String> before = world.content(world.database("boreal"));
    Backup backup = world.backups(false).create(world.place("boreal"), Progress.SILENT);
    world.execute("DROP DATABASE {db}", world.database("boreal"));
    world.execute("DELETE FROM {db}.tenant WHERE slug = 'boreal'", world.registry());
    world.installation.databases().tenants().forget(new TenantId("boreal"));
    restore(backup.file(), same(false));
    assertThat(world.content(world.database("boreal"))).isEqualTo(before);
    assertThat(world.column("SELECT name FROM " + world.registry() + ".tenant"))
        .contains("Boréal Transport");
  }

  @Test
  void writesDownThatAClientWasRestored() throws IOException {
    Backup backup = world.backups(false).create(world.place("acme"), Progress.SILENT);
    restore(backup.file(), same(true));
    assertThat(
            world.column(
                "SELECT action FROM " + world.registry() + ".audit_entry WHERE chain = 'acme'"))
        .contains("BACKUP_RESTORED");
  }

  @Test
  void restoresGeneratedColumnsWhichMariaDbsProgramDumpsAsIfTheyWereStored() throws IOException {
    world.execute(
        "CREATE TABLE {db}.made (id INT PRIMARY KEY, f DOUBLE, twice DOUBLE GENERATED ALWAYS AS (f * 2)"
            + " STORED, named VARCHAR(40) GENERATED ALWAYS AS (CONCAT('n;', id % 7)) VIRTUAL)"
            + " ENGINE = InnoDB",
        world.database("acme"));
    world.execute(
        "INSERT INTO {db}.made (id, f) VALUES (1, 0.1), (2, NULL)", world.database("acme"));
    Map<String, String> before = world.content(world.database("acme"));
    Backup backup = world.backups(true).create(world.place("acme"), Progress.SILENT);
    assertThat(manifest(backup).way()).isEqualTo("tbms");
    restore(backup.file(), same(true));
    assertThat(world.content(world.database("acme"))).isEqualTo(before);
  }

  @Test
  void makesItsOwnDumpWhenTheProgramFails() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path broken = Files.writeString(bin.resolve("mysqldump"), "#!/bin/sh\necho oh >&2\nexit 2\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    Backups backups =
        new Backups(
            world.installation.databases(),
            world.files,
            world.installation.settings(),
            List.of(bin),
            java.time.Clock.systemUTC());
    assertThat(manifest(backups.create(world.place("acme"), Progress.SILENT)).way())
        .isEqualTo("tbms");
    try (Stream<Path> files = Files.list(folder.resolve("acme"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void showsNobodyItsFilesOrItsPassword() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path spy =
        Files.writeString(
            bin.resolve("mysqldump"),
            "#!/bin/sh\n{ echo \"$@\"; env; ls -l \"${1#*=}\"; } > '%s/spied'\nexit 1\n"
                .formatted(folder));
    assertThat(spy.toFile().setExecutable(true)).isTrue();
    Backups backups =
        new Backups(
            world.installation.databases(),
            world.files,
            world.installation.settings(),
            List.of(bin),
            java.time.Clock.systemUTC());
    Path file = backups.create(world.place("acme"), Progress.SILENT).file();
    assertThat(Files.readString(folder.resolve("spied")))
        .contains("--defaults-file=")
        .contains("-rw-------")
        .doesNotContain("TBMS_")
        .doesNotContain("--password");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static Restores.Target same(boolean force) {
    return new Restores.Target(Optional.empty(), Optional.empty(), force);
  }

  private void restore(Path file, Restores.Target target) throws IOException {
    world.restores.restore(Actor.command(), file, target, Progress.SILENT);
  }

  private static Manifest manifest(Backup backup) {
    return backup.note().orElseThrow().manifest();
  }
}
