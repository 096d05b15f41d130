package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much is free where the installation's files and its backups are. */
final class DiskCheck implements Check {

  private static final double LOW = 0.10;
  private static final double ALMOST_FULL = 0.03;

  private final Surroundings around;

  DiskCheck(Surroundings around) {
    this.around = around;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(look(around.settings().home()));
    around
        .settings()
        .path(Setting.TBMS_BACKUP_DIR)
        .map(folder -> look(folder).about("backup"))
        .ifPresent(findings::add);
    return findings;
  }

  private Finding look(Path folder) {
    Optional<Path> there = existing(folder);
    if (there.isEmpty()) {
      return Finding.unknown(name(), "not-there").with(folder.toString());
    }
    try {
      FileStore store = Files.getFileStore(there.get());
      return judge(store.getUsableSpace(), store.getTotalSpace()).with(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("can't tell how much is free at " + folder, e);
    }
  }

  /** The folder, or the nearest above it: before the first backup it need not be there. */
  private static Optional<Path> existing(Path folder) {
    Path at = folder.toAbsolutePath();
    while (at != null && !Files.isDirectory(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at);
  }

  static Finding judge(long free, long total) {
    Measure measure = Measure.of(free, total, Measure.Unit.BYTES);
    if (free < ALMOST_FULL * total) {
      return Finding.of("disk", Status.FAIL, "low", measure);
    }
    return free < LOW * total
        ? Finding.of("disk", Status.WARN, "low", measure)
        : Finding.of("disk", Status.OK, "ok", measure);
  }
}
