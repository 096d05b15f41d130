package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.ScratchDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies and restores backups. Either is put together and compared with its manifest in a
 * database of its own; only what is right down to the row then takes the place of what there was,
 * in one statement. Killed anywhere, it leaves the old or the new, and may be repeated. To be
 * called outside of any unit of work; for programs one after another, by the place's lease.
 */
public final class Restores {

  private final Databases databases;
  private final SealedFiles files;
  private final Audit audit;
  private final Clock clock;

  public Restores(Databases databases, SealedFiles files, Audit audit, Clock clock) {
    this.databases = databases;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a file says it is a backup of; not proven before it is read to its end.
   *
   * @throws IOException when it can't be read, is no backup, or is called like another one
   */
  public Place placeOf(Path file) throws IOException {
    return nameWithin(file).place();
  }

  /** Whoever names a file means what it is called: it must not be something else. */
  private static BackupName nameWithin(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      BackupName within =
          BackupName.parse(SealedFiles.label(in))
              .orElseThrow(() -> new IOException(file + " is no backup"));
      if (nameOf(file).filter(called -> !called.equals(within)).isPresent()) {
        throw new IOException(
            "%s is in truth %s: rename it to that, and look for the other"
                .formatted(file, within.file()));
      }
      return within;
    } catch (IOException e) {
      throw about(file, e);
    }
  }

  /** Empty when it is not called like a backup, which is anybody's right. */
  private static Optional<BackupName> nameOf(Path file) {
    return BackupName.parse(file.getFileName().toString());
  }

  /**
   * Restores a backup on trial, compares every table's rows and checksum, and drops the trial.
   *
   * @return what is in it
   * @throws BusyException when another program is at the place's backups
   * @throws IOException when it is not good, and why
   */
  public Manifest verify(Path file, Progress progress) throws IOException {
    Place place = placeOf(file);
    ScratchDatabase trial = databases.scratch('v', place.name());
    try (PlaceLease lease = PlaceLease.of(databases.registry(), place)) {
      try (trial) {
        Manifest manifest = new TrialRestore(files, progress).load(file, trial);
        lease.requireHeld();
        if (nameOf(file).isPresent()) {
          BackupFolder.markVerified(file, clock.instant());
        }
        return manifest;
      } catch (IOException e) {
        throw about(file, e);
      } finally {
        trial.drop();
      }
    }
  }

  /**
   * Where a backup goes, and whether it may replace what is there.
   *
   * @param as a client's name other than it had; only for backups of clients
   * @param title what people call a client that is made anew; as it was called when empty
   */
  public record Target(Optional<TenantId> as, Optional<String> title, boolean force) {}

  /**
   * Restores a backup of a client, or of the registry, and touches nothing else.
   *
   * @return what is restored
   * @throws InvalidException when there is something already and {@code force} is not given, or the
   *     client is being deleted, or a newer version made the backup
   * @throws BusyException when another program is at it
   * @throws IOException when the backup is not good; all is as it was then
   */
  public Manifest restore(Actor by, Path file, Target target, Progress progress)
      throws IOException {
    Place from = placeOf(file);
    if (from.tenant().isEmpty() && target.as().isPresent()) {
      throw new InvalidException("as", "the registry can't be restored as a client");
    }
    Place to = target.as().map(Place::of).orElse(from);
    try (PlaceLease lease = PlaceLease.whereverPossible(databases.registry(), to)) {
      requireFree(to, target.force());
      ScratchDatabase scratch = databases.scratch('r', to.name());
      try (scratch) {
        Manifest manifest = new TrialRestore(files, progress).load(file, scratch);
        requireKnown(scratch, to, file);
        // Whatever can fail there fails while the old one is still in its place.
        databases.migrations().migrate(scratch, to.tenant().isEmpty());
        lease.requireHeld();
        // To put it together takes long: somebody may have begun to use that name meanwhile.
        requireFree(to, target.force());
        putInPlace(scratch, manifest, from, to, target);
        record(by, to, manifest, file);
        return manifest;
      } catch (IOException e) {
        throw about(file, e);
      } finally {
        scratch.drop();
      }
    }
  }

  private void requireFree(Place to, boolean force) {
    to.tenant().ifPresent(databases.tenants()::forget);
    Optional<String> database =
        to.tenant().isEmpty()
            ? Optional.of(databases.registry().name())
            : databases
                .tenants()
                .find(to.tenant().get())
                // A restore that was killed before its end; nobody else has used that name yet.
                .filter(tenant -> tenant.status() != Tenant.Status.PROVISIONING)
                .map(Tenant::database);
    boolean holds = database.filter(name -> databases.scratch('l', name).hasRows(name)).isPresent();
    if (holds && !force) {
      throw new InvalidException(
          "force",
          "the %s has data: --force replaces all of it, or restore under another name with --as"
              .formatted(to));
    }
  }

  private void requireKnown(ScratchDatabase scratch, Place to, Path file) {
    int unknown = databases.migrations().unknown(scratch, to.tenant().isEmpty());
    if (unknown > 0) {
      throw new InvalidException(
          "file",
          "%s was made by a newer version (%d migrations that this one does not know): upgrade first"
              .formatted(file, unknown));
    }
  }

  private void putInPlace(
      ScratchDatabase scratch, Manifest manifest, Place from, Place to, Target target) {
    if (to.tenant().isEmpty()) {
      RestoredRegistry.adapt(scratch, manifest.database(), databases.registry().name());
      scratch.replace(databases.registry().name());
      databases.migrations().migrateRegistry();
      return;
    }
    TenantId id = to.tenant().get();
    if (!to.equals(from)) {
      RestoredCopy.adapt(scratch);
    }
    databases.provisioning().replace(id, target.title().orElse(manifest.name()), scratch);
    databases.provisioning().activate(id);
  }

  private void record(Actor by, Place to, Manifest manifest, Path file) {
    Change change =
        Change.made(
            Action.BACKUP_RESTORED,
            to.tenant().map(id -> "client:" + id).orElse("registry"),
            Map.of(
                "file", file.getFileName().toString(),
                "createdAt", manifest.createdAt(),
                "rows", Long.toString(manifest.rows())));
    audit.record(to.tenant(), by, change);
  }

  private static IOException about(Path file, IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.contains(file.toString()) ? e : new IOException(file + ": " + message, e);
  }
}
