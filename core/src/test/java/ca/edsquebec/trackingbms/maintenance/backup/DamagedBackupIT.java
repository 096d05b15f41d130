package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a backup is told, and changes nothing. */
class DamagedBackupIT {

  private static final Restores.Target SAME =
      new Restores.Target(Optional.empty(), Optional.empty(), true);

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

  @Test
  void refusesWhateverBitWasFlippedAndWhereverItIsCut() throws IOException {
    Path file = world.backups(false).create(world.place("acme"), Progress.SILENT).file();
    byte[] good = Files.readAllBytes(file);
    assertThat(good.length).isGreaterThan(1_000_000);
    Map<String, String> before = world.content(world.database("acme"));
    Path bad = folder.resolve("bad.tbms");
    Random random = new Random(1);
    for (int i = 0; i < 12; i++) {
      byte[] flipped = good.clone();
      int at = i < 4 ? i * 60 : random.nextInt(good.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bad, flipped);
      assertRefused(bad, "bad.tbms");
    }
    for (int length :
        new int[] {0, 7, 100, good.length / 2, good.length - 65536, good.length - 1}) {
      Files.write(bad, Arrays.copyOf(good, length));
      assertRefused(bad, "bad.tbms");
    }
    Files.write(bad, Arrays.copyOf(good, good.length + 1));
    assertRefused(bad, "appended");
    Files.writeString(bad, "DROP DATABASE everything;");
    assertRefused(bad, "no file that was sealed");
    assertThat(world.content(world.database("acme"))).isEqualTo(before);
    assertThat(world.databases()).hasSize(3);
  }

  private void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> world.restores.verify(file, Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> world.restores.restore(Actor.command(), file, SAME, Progress.SILENT))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readsWithTheMasterKeyAloneAndWithNoOther() throws IOException {
    Path file = world.backups(false).create(world.place("acme"), Progress.SILENT).file();
    world.execute("DELETE FROM {db}.secret_key WHERE purpose = 'BACKUP'", world.registry());
    byte[] right = world.installation.settings().masterKey();
    assertThat(restores(right).verify(file, Progress.SILENT).rows()).isPositive();
    byte[] wrong = right.clone();
    wrong[0] ^= 1;
    assertThatThrownBy(() -> restores(wrong).verify(file, Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TBMS_MASTER_KEY");
  }

  private Restores restores(byte[] masterKey) {
    KeyRing keys =
        new KeyRing(world.installation.databases().registry(), masterKey, Clock.systemUTC());
    return new Restores(
        world.installation.databases(),
        new SealedFiles(keys),
        world.installation.audit(),
        Clock.systemUTC());
  }

  @Test
  void saysThatTheDiskIsFullAndLeavesNothing() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    boolean mounted =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", small.toString())
                .start()
                .waitFor()
            == 0;
    Assumptions.assumeTrue(mounted, "only root can make a small disk to fill");
    try (BackupWorld full = new BackupWorld(small)) {
      for (boolean program : new boolean[] {false, true}) {
        assertThatThrownBy(() -> full.backups(program).create(full.place("acme"), Progress.SILENT))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("No space left")
            .hasMessageContaining("make room");
        try (Stream<Path> left = Files.list(small.resolve("acme"))) {
          assertThat(left).isEmpty();
        }
      }
      Files.writeString(small.resolve("room"), "there is room again");
    } finally {
      assertThat(new ProcessBuilder("umount", small.toString()).start().waitFor()).isZero();
    }
  }

  @Test
  void seesOneMomentWhileOthersWrite() throws Exception {
    String db = world.database("acme");
    world.execute("CREATE TABLE {db}.left_ (id INT PRIMARY KEY) ENGINE=InnoDB", db);
    world.execute("CREATE TABLE {db}.right_ (id INT PRIMARY KEY) ENGINE=InnoDB", db);
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i++) {
                world.execute(
                    "BEGIN NOT ATOMIC START TRANSACTION; INSERT INTO {db}.left_ VALUES (%d);"
                            .formatted(i)
                        + " INSERT INTO {db}.right_ VALUES (%d); COMMIT; END".formatted(i),
                    db);
                begun.countDown();
              }
            });
    writer.start();
    try {
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("a first pair is written").isTrue();
      for (boolean program : new boolean[] {false, true, false, true}) {
        List<TableTally> tables =
            world
                .backups(program)
                .create(world.place("acme"), Progress.SILENT)
                .note()
                .orElseThrow()
                .manifest()
                .tables();
        assertThat(rows(tables, "left_")).isEqualTo(rows(tables, "right_")).isPositive();
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private static long rows(List<TableTally> tables, String name) {
    return tables.stream().filter(one -> one.table().equals(name)).findFirst().orElseThrow().rows();
  }
}
