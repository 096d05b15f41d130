package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.maintenance.backup.BackupName;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest backups by the names of their files: one has its name only when it is complete. Opens
 * none, so that it can be asked every few minutes. Of several places the one that lags behind most
 * counts; a client of which there is none yet waits for tonight's.
 */
public final class BackupFiles implements NewestBackup {

  private final Settings settings;
  private final Databases databases;

  public BackupFiles(Settings settings, Databases databases) {
    this.settings = settings;
    this.databases = databases;
  }

  /** Empty, too, when there is none of the registry. */
  @Override
  public Optional<Instant> begunAt() {
    Optional<Path> folder = settings.path(Setting.TBMS_BACKUP_DIR);
    Optional<Instant> registry = folder.flatMap(at -> newest(at.resolve(Place.REGISTRY.name())));
    if (registry.isEmpty()) {
      return Optional.empty();
    }
    List<Instant> all = new ArrayList<>(List.of(registry.get()));
    for (TenantId client : ActiveClients.of(databases)) {
      newest(folder.get().resolve(Place.of(client).name())).ifPresent(all::add);
    }
    return all.stream().min(Instant::compareTo);
  }

  private static Optional<Instant> newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> BackupName.parse(file.getFileName().toString()))
          .flatMap(Optional::stream)
          .map(BackupName::at)
          .max(Instant::compareTo);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + folder, e);
    }
  }
}
