package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and other programs do around backups, before and while one is made or restored. */
class BackupMishapsIT {

  private static final Restores.Target FORCED =
      new Restores.Target(Optional.empty(), Optional.empty(), true);

  @TempDir Path folder;
  private BackupWorld world;
  private String acme;

  @BeforeEach
  void start() {
    world = new BackupWorld(folder);
    acme = world.database("acme");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void takesNoBackupForTheOneWhoseNameItBears() throws IOException {
    Backups backups = world.backups(false);
    Path file = create("acme").file();
    Path other = create("boreal").file();
    Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
    Map<String, String> boreal = world.content(world.database("boreal"));
    world.execute("DELETE FROM {db}.sample", world.database("boreal"));
    Map<String, String> changed = world.content(world.database("boreal"));
    assertThatThrownBy(() -> world.restores.verify(file, Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in truth " + other.getFileName());
    assertThatThrownBy(() -> restore(file, FORCED, Progress.SILENT))
        .isInstanceOf(IOException.class);
    assertThat(world.content(world.database("boreal"))).isEqualTo(changed);
    assertThat(backups.list(world.place("acme")).get(0).verifiedAt()).isEmpty();
    // Called like no backup it is what it says it is, and leaves no mark of its trial.
    Path plain = Files.copy(file, folder.resolve("x"));
    assertThat(world.restores.verify(plain, Progress.SILENT).place()).isEqualTo("boreal");
    restore(plain, FORCED, Progress.SILENT);
    assertThat(world.content(world.database("boreal"))).isEqualTo(boreal);
  }

  @Test
  void leavesTheOldOneWhenTheBackupCanNotBeBroughtUpToDate() throws IOException {
    String history =
        "UPDATE {db}.flyway_schema_history SET checksum = checksum %s 1"
            + " WHERE installed_rank = 3";
    world.execute(history.formatted("+"), acme);
    Path file = create("acme").file();
    world.execute(history.formatted("-"), acme);
    world.execute("DELETE FROM {db}.sample", acme);
    Map<String, String> now = world.content(acme);
    assertThatThrownBy(() -> restore(file, FORCED, Progress.SILENT))
        .isInstanceOf(FlywayException.class);
    assertThat(world.content(acme)).isEqualTo(now);
    assertThat(world.databases()).hasSize(3);
  }

  @Test
  void bringsABackupOfAnOlderSchemaUpToDateAndRefusesOneOfANewer() throws IOException {
    String newest = "SELECT MAX(installed_rank) FROM `" + acme + "`.flyway_schema_history";
    String rank = world.column(newest).get(0);
    world.execute("DELETE FROM {db}.flyway_schema_history WHERE installed_rank > 3", acme);
    Path older = create("acme").file();
    restore(older, FORCED, Progress.SILENT);
    assertThat(world.column(newest)).containsExactly(rank);
    world.execute(
        "INSERT INTO {db}.flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) VALUES (999, '999', 'later',"
            + " 'SQL', 'V999__later.sql', 1, 'x', 1, 1)",
        acme);
    Path newer = create("acme").file();
    assertThatThrownBy(() -> restore(newer, FORCED, Progress.SILENT))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("upgrade first");
  }

  @Test
  void leavesWhatSomebodyBeganUnderThatNameMeanwhile() throws IOException {
    world.samples(acme, 9, 1300);
    Path file = create("acme").file();
    TenantId copy = new TenantId("acme-copie");
    Once meanwhile = new Once(() -> begin(copy));
    Restores.Target target = new Restores.Target(Optional.of(copy), Optional.empty(), false);
    assertThatThrownBy(() -> restore(file, target, meanwhile))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("--force");
    assertThat(meanwhile.came()).isTrue();
    assertThat(world.column("SELECT name FROM `" + world.database(copy.slug()) + "`.place"))
        .containsExactly("Entrepôt");
  }

  private void begin(TenantId client) {
    world.installation.databases().provisioning().provision(client, "Une autre", tenant -> tenant);
    world.execute(
        "INSERT INTO {db}.place (uid, name, time_zone) VALUES ('p9', 'Entrepôt', 'UTC')",
        world.database(client.slug()));
    world.installation.databases().provisioning().activate(client);
  }

  @Test
  void goesOnWithoutForceWhereARestoreWasKilledBeforeItsEnd() throws IOException {
    Path file = create("acme").file();
    Map<String, String> before = world.content(acme);
    // What it leaves between putting all in its place and saying that it is there.
    world.execute(
        "UPDATE {db}.tenant SET status = 'PROVISIONING' WHERE slug = 'acme'", world.registry());
    restore(file, new Restores.Target(Optional.empty(), Optional.empty(), false), Progress.SILENT);
    assertThat(world.content(acme)).isEqualTo(before);
    assertThat(world.column("SELECT status FROM " + world.registry() + ".tenant"))
        .containsOnly("ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // Nothing at all, and content with itself.
        "echo 'CREATE TABLE `battery` (id INT);'",
        "echo 'INSERT INTO `battery` SET id = 1;'",
        "echo 'CREATE TABLE `battery` ('"
      })
  void makesItsOwnDumpWhenTheProgramWritesSomethingElse(String what) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path program = Files.writeString(bin.resolve("mysqldump"), "#!/bin/sh\n" + what + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Backups backups =
        new Backups(
            world.installation.databases(),
            world.files,
            world.installation.settings(),
            List.of(bin),
            Clock.systemUTC());
    Backup made = backups.create(world.place("acme"), Progress.SILENT);
    assertThat(made.note().orElseThrow().manifest().way()).isEqualTo("tbms");
    assertThat(world.restores.verify(made.file(), Progress.SILENT).rows()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void makesNoBackupWithoutATableThatCameMeanwhile(boolean program) throws IOException {
    Once migration =
        new Once(() -> world.execute("CREATE TABLE {db}.later (id INT PRIMARY KEY)", acme));
    Backups backups = world.backups(program);
    assertThatThrownBy(() -> backups.create(world.place("acme"), migration))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("being changed");
    assertThat(migration.came()).isTrue();
    assertThat(files("acme")).isEmpty();
    assertThat(tables(backups.create(world.place("acme"), Progress.SILENT))).contains("later");
  }

  @Test
  void makesNoBackupOfADatabaseThatSomebodyEmptied() throws IOException {
    world.execute("DROP DATABASE {db}", acme);
    world.execute("CREATE DATABASE {db}", acme);
    assertThatThrownBy(() -> world.backups(true).create(world.place("acme"), Progress.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no tables in " + acme);
    assertThat(files("acme")).isEmpty();
  }

  @Test
  void leavesTheFileOfWhoeverTookOverWhileItStoodStill() {
    Path theirs = folder.resolve("acme/acme-20991231T235959Z.tbms.part");
    Once overtaken =
        new Once(
            () -> {
              world.execute(
                  "UPDATE {db}.lease SET owner = 'another' WHERE name = 'backup/acme'",
                  world.registry());
              write(theirs);
            });
    assertThatThrownBy(() -> world.backups(false).create(world.place("acme"), overtaken))
        .isInstanceOf(BusyException.class);
    assertThat(theirs).exists();
    assertThat(files("acme")).containsExactly(theirs.getFileName().toString());
  }

  @Test
  void listsABackupWhoseNoteIsDamagedOrOfANewerVersion() throws IOException {
    Backup backup = create("acme");
    BackupName name = new BackupName(backup.place(), backup.createdAt());
    Path note = backup.file().resolveSibling(name.note());
    String text = Files.readString(note);
    Files.writeString(note, text.replaceFirst("\\{", "{\"later\": {\"a\": 1}, "));
    assertThat(listed().note().orElseThrow().manifest().rows()).isPositive();
    for (String damaged : new String[] {"", "null", text.substring(0, 40)}) {
      Files.writeString(note, damaged);
      assertThat(listed().note()).as(damaged).isEmpty();
    }
    assertThat(world.backups(false).rotate(backup.place())).isEmpty();
    restore(backup.file(), FORCED, Progress.SILENT);
  }

  private Backup listed() throws IOException {
    return world.backups(false).list().get(0);
  }

  private Backup create(String slug) throws IOException {
    return world.backups(false).create(world.place(slug), Progress.SILENT);
  }

  private void restore(Path file, Restores.Target target, Progress progress) throws IOException {
    world.restores.restore(Actor.command(), file, target, progress);
  }

  private static Stream<String> tables(Backup backup) {
    return backup.note().orElseThrow().manifest().tables().stream().map(TableTally::table);
  }

  private Stream<String> files(String place) {
    Path at = folder.resolve(place);
    if (!Files.exists(at)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.list(at)) {
      return all.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "theirs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something when work is half done. */
  private static final class Once implements Progress {

    private final Runnable deed;
    private final AtomicBoolean came = new AtomicBoolean();

    Once(Runnable deed) {
      this.deed = deed;
    }

    boolean came() {
      return came.get();
    }

    @Override
    public void at(long bytes) {
      if (came.compareAndSet(false, true)) {
        deed.run();
      }
    }
  }
}
