package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.secret.SealedFileException;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes, lists and rotates backups in {@code TBMS_BACKUP_DIR}, a folder a place. Safe for any
 * number of threads and programs: who works at a place holds its lease. To be called outside of any
 * unit of work; nothing of it is left open between two calls.
 */
public final class Backups {

  /** Where hosts have the database's programs. */
  public static final List<Path> PROGRAMS =
      Stream.of("/usr/bin", "/usr/local/bin", "/usr/local/mysql/bin", "/usr/local/mariadb/bin")
          .map(Path::of)
          .toList();

  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  private final Databases databases;
  private final SealedFiles files;
  private final Path root;
  private final Rotation rotation;
  private final Clock clock;
  private final List<Path> programs;

  /**
   * @param programs folders in which to look for the server's dump program; where there is none, or
   *     it fails, the program dumps by itself
   */
  public Backups(
      Databases databases, SealedFiles files, Settings settings, List<Path> programs, Clock clock) {
    this.databases = databases;
    this.files = files;
    this.root = folder(settings);
    this.rotation = Rotation.from(settings);
    this.programs = List.copyOf(programs);
    this.clock = clock;
  }

  /**
   * Where backups go; absolute.
   *
   * @throws SettingsException when it is not set
   */
  public static Path folder(Settings settings) {
    settings.required(Setting.TBMS_BACKUP_DIR);
    return settings.path(Setting.TBMS_BACKUP_DIR).orElseThrow();
  }

  /** The registry, then every client that is not about to be erased. */
  public List<Place> places() {
    return Stream.concat(
            Stream.of(Place.REGISTRY),
            databases.tenants().list().stream()
                .filter(tenant -> tenant.status() != Tenant.Status.ERASING)
                .map(tenant -> Place.of(tenant.id())))
        .toList();
  }

  /**
   * Makes a backup of what there is now.
   *
   * @throws BusyException when another program is at the place's backups, or makes or drops tables
   * @throws IllegalStateException when there is not one table: that would be no backup of anything
   * @throws IOException when it can't be written, as on a full disk; nothing is left of it then
   */
  public Backup create(Place place, Progress progress) throws IOException {
    PlaceDatabase database = PlaceDatabase.of(databases, place);
    BackupFolder folder = new BackupFolder(root, place);
    try (PlaceLease lease = PlaceLease.of(databases.registry(), place)) {
      folder.sweep();
      List<String> tables = tables(database);
      return written(freeName(folder), progress, database, tables, folder, lease);
    } catch (SealedFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "the backup of the %s can't be written to %s (%s): make room, or set TBMS_BACKUP_DIR"
              .formatted(place, folder.path(), e.getMessage()),
          e);
    }
  }

  private Backup written(
      BackupName name,
      Progress progress,
      PlaceDatabase database,
      List<String> tables,
      BackupFolder folder,
      PlaceLease lease)
      throws IOException {
    BackupWriter writer = new BackupWriter(files, folder, name, progress);
    BackupWriter.LastCheck check =
        () -> {
          lease.requireHeld();
          requireSame(database, tables);
        };
    try {
      Optional<Dump> program = program(database, tables, folder);
      if (tables.isEmpty()) {
        throw new IllegalStateException(
            "there are no tables in %s: restore a backup of it, or tbms db migrate"
                .formatted(database.name()));
      }
      if (program.isPresent()) {
        try {
          return writer.write(database, tables, program.get(), check);
        } catch (ProgramDump.FailedException e) {
          LOG.warn("{}: {}; dumping it without that program", database.place(), e.getMessage());
        }
      }
      Dump own = new OwnDump(database::snapshot, database.name(), tables);
      return writer.write(database, tables, own, check);
    } finally {
      // Not all that is unfinished: who lost the lease must leave the next one's file alone.
      folder.discard(name);
    }
  }

  /** A table that a migration made meanwhile is missing, although its migration is not. */
  private void requireSame(PlaceDatabase database, List<String> tables) {
    if (!tables(database).equals(tables)) {
      throw new BusyException(
          "the tables of the %s are being changed now".formatted(database.place()));
    }
  }

  private List<String> tables(PlaceDatabase database) {
    return databases.scratch('l', database.name()).tablesOf(database.name());
  }

  private Optional<Dump> program(PlaceDatabase database, List<String> tables, BackupFolder folder) {
    // MariaDB's program writes generated columns as if they could be restored.
    boolean generates = database.snapshot((open, db) -> Column.anyGenerated(open, database.name()));
    return (generates ? Optional.<DumpProgram>empty() : DumpProgram.in(programs))
        .flatMap(
            found ->
                databases
                    .clientOptions()
                    .map(
                        options ->
                            new ProgramDump(found, folder, options, database.name(), tables)));
  }

  /** A second has one backup of a place at most. */
  private BackupName freeName(BackupFolder folder) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    BackupName name = new BackupName(folder.place(), at);
    while (Files.exists(folder.path().resolve(name.file()))) {
      at = at.plusSeconds(1);
      name = new BackupName(folder.place(), at);
    }
    return name;
  }

  /** The backups of a place, newest first. */
  public List<Backup> list(Place place) throws IOException {
    return new BackupFolder(root, place).list();
  }

  /** All backups, by place, newest first; those of clients that are gone, too. */
  public List<Backup> list() throws IOException {
    List<Backup> all = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> folders = Files.list(root)) {
        for (Path folder : folders.sorted().toList()) {
          Optional<Place> place = Place.named(folder.getFileName().toString());
          if (place.isPresent()) {
            all.addAll(list(place.get()));
          }
        }
      }
    }
    return all;
  }

  /**
   * Deletes the backups of a place that need not be kept any more.
   *
   * @return those
   */
  public List<Backup> rotate(Place place) throws IOException {
    BackupFolder folder = new BackupFolder(root, place);
    try (PlaceLease lease = PlaceLease.of(databases.registry(), place)) {
      List<Backup> all = folder.list();
      Set<Instant> kept =
          rotation.kept(all.stream().map(Backup::createdAt).collect(Collectors.toSet()));
      List<Backup> old = all.stream().filter(one -> !kept.contains(one.createdAt())).toList();
      for (Backup backup : old) {
        lease.requireHeld();
        folder.delete(backup);
      }
      return old;
    }
  }
}
