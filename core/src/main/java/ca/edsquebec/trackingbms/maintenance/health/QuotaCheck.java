package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/**
 * How much of the account's disk quota is used: by the installation's folder, its backups and,
 * where the host counts them too, its databases. What else the account has is not seen.
 */
final class QuotaCheck implements Check {

  private static final double SCARCE = 0.9;
  private static final long MEBIBYTE = 1024 * 1024;

  private final Surroundings around;

  QuotaCheck(Surroundings around) {
    this.around = around;
  }

  @Override
  public String name() {
    return "quota";
  }

  @Override
  public List<Finding> look() {
    Optional<Long> quota =
        around
            .settings()
            .text(Setting.TBMS_DISK_QUOTA)
            .map(mebibytes -> Long.parseLong(mebibytes) * MEBIBYTE);
    return List.of(
        quota
            .map(bytes -> judge(files() + databases(), bytes))
            .orElseGet(() -> Finding.unknown(name(), "not-set")));
  }

  static Finding judge(long used, long quota) {
    Measure measure = Measure.of(used, quota, Measure.Unit.BYTES);
    if (used >= quota) {
      return Finding.of("quota", Status.FAIL, "used-up", measure);
    }
    return used >= SCARCE * quota
        ? Finding.of("quota", Status.WARN, "scarce", measure)
        : Finding.of("quota", Status.OK, "ok", measure);
  }

  private long files() {
    Path home = around.settings().home().toAbsolutePath().normalize();
    Optional<Path> backups =
        around
            .settings()
            .path(Setting.TBMS_BACKUP_DIR)
            .map(Path::normalize)
            .filter(folder -> !folder.startsWith(home));
    return size(home) + backups.map(QuotaCheck::size).orElse(0L);
  }

  private static long size(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long[] bytes = {0};
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // Deleted meanwhile, or not ours to read: it does not count.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("can't tell what " + folder + " takes", e);
    }
    return bytes[0];
  }

  private long databases() {
    return around
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT COALESCE(SUM(data_length + index_length), 0)"
                          + " FROM information_schema.tables WHERE table_schema = DATABASE()"
                          + " OR table_schema IN (SELECT database_name FROM "
                          + db
                          + ".tenant)")) {
                try (ResultSet row = query.executeQuery()) {
                  row.next();
                  return row.getLong(1);
                }
              }
            });
  }
}
