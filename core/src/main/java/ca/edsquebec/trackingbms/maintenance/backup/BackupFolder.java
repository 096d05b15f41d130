package ca.edsquebec.trackingbms.maintenance.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the backups of one place lie. Whatever is being written has another name until it is
 * complete and on the disk. Nobody else on the host may read any of it.
 */
final class BackupFolder {

  private static final String VERIFIED_ENDING = ".verified";
  private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

  private final Place place;
  private final Path folder;

  BackupFolder(Path root, Place place) {
    this.place = place;
    this.folder = root.resolve(place.name());
  }

  Place place() {
    return place;
  }

  Path path() {
    return folder;
  }

  /** Complete ones, newest first. */
  List<Backup> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Backup> backups = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Optional<BackupName> name = BackupName.parse(file.getFileName().toString());
        if (name.isPresent() && name.get().place().equals(place)) {
          backups.add(
              new Backup(
                  place, name.get().at(), file, Files.size(file), verified(file), note(file)));
        }
      }
    }
    backups.sort(Comparator.comparing(Backup::createdAt).reversed());
    return backups;
  }

  /** A damaged one is like none: what it says also stands, sealed, in the backup. */
  private static Optional<Backup.Note> note(Path file) throws IOException {
    Path note = beside(file, BackupName.NOTE_ENDING);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Manifest.read(Files.readString(note), Backup.Note.class));
    } catch (JsonProcessingException | CharacterCodingException damaged) {
      LOG.warn("{} can't be read: {}", note, damaged.getMessage());
      return Optional.empty();
    }
  }

  /** Writes down that a backup was found good. */
  static void markVerified(Path file, Instant now) throws IOException {
    Files.writeString(beside(file, VERIFIED_ENDING), now + "\n");
  }

  /** When a backup was last found good; empty when never. */
  static Optional<Instant> verified(Path file) throws IOException {
    Path mark = beside(file, VERIFIED_ENDING);
    return Files.exists(mark)
        ? Optional.of(Files.getLastModifiedTime(mark).toInstant())
        : Optional.empty();
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(
        name.substring(0, name.length() - BackupName.ENDING.length()) + ending);
  }

  /** Opens a file that is not complete yet; empty, whatever was there. */
  FileChannel begin(String name) throws IOException {
    make();
    Path part = part(name);
    Files.deleteIfExists(part);
    Files.createFile(part, attributes(part, "rw-------"));
    return FileChannel.open(part, StandardOpenOption.WRITE);
  }

  /** Gives a file its name, when it is on the disk. */
  Path complete(String name, FileChannel channel) throws IOException {
    channel.force(true);
    channel.close();
    Path file = folder.resolve(name);
    Files.move(part(name), file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return file;
  }

  void writeNote(BackupName name, Backup.Note note) throws IOException {
    try (FileChannel channel = begin(name.note())) {
      Channels.newOutputStream(channel).write(Manifest.json(note).getBytes(StandardCharsets.UTF_8));
      complete(name.note(), channel);
    }
  }

  /** A file for another program, to be deleted when it has ended. */
  Path secret(String name, String text) throws IOException {
    begin(name).close();
    return Files.writeString(part(name), text);
  }

  /** Removes what is left of a file that did not become complete; of no other program's. */
  void discard(BackupName name) throws IOException {
    Files.deleteIfExists(part(name.file()));
    Files.deleteIfExists(part(name.note()));
  }

  /** Removes what broke off left behind. Only for whoever holds the place's lease. */
  void sweep() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          if (file.getFileName().toString().endsWith(BackupName.PART_ENDING)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  void delete(Backup backup) throws IOException {
    Files.delete(backup.file());
    Files.deleteIfExists(beside(backup.file(), BackupName.NOTE_ENDING));
    Files.deleteIfExists(beside(backup.file(), VERIFIED_ENDING));
  }

  private Path part(String name) {
    return folder.resolve(name + BackupName.PART_ENDING);
  }

  private void make() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, "rwx------"));
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
