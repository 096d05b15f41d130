package ca.edsquebec.trackingbms.maintenance.offsite;

import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.BackupName;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The folder of a place at the destination. */
final class RemoteFolder {

  private static final int BUFFER = 1 << 15;

  private final SftpClient files;
  private final String folder;

  private RemoteFolder(SftpClient files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  static RemoteFolder find(SftpClient files, String root, String place) {
    return new RemoteFolder(files, root + "/" + place);
  }

  /** Makes it, and those it is in, where they are not there. */
  static RemoteFolder make(SftpClient files, String root, String place) throws IOException {
    String path = "";
    for (String part : (root + "/" + place).substring(1).split("/+")) {
      path += "/" + part;
      if (size(files, path).isEmpty()) {
        files.mkdir(path);
      }
    }
    return find(files, root, place);
  }

  /** The sizes of complete backups, by their time; none when there is no folder. */
  Map<Instant, Long> backups() throws IOException {
    Map<Instant, Long> backups = new TreeMap<>();
    if (size(files, folder).isEmpty()) {
      return backups;
    }
    for (SftpClient.DirEntry entry : files.readDir(folder)) {
      BackupName.parse(entry.getFilename())
          .filter(name -> name.place().name().equals(place()))
          .ifPresent(name -> backups.put(name.at(), entry.getAttributes().getSize()));
    }
    return backups;
  }

  /** Removes what copies left that broke off. Only for whoever is the one that copies. */
  void sweep() throws IOException {
    for (SftpClient.DirEntry entry : files.readDir(folder)) {
      String name = entry.getFilename();
      boolean ours = name.startsWith(place() + "-") && name.endsWith(BackupName.PART_ENDING);
      if (ours && entry.getAttributes().isRegularFile()) {
        files.remove(folder + "/" + name);
      }
    }
  }

  /** Copies a backup and, before it, its note; nothing half of it stays when that fails. */
  void put(Backup backup) throws IOException {
    BackupName name = new BackupName(backup.place(), backup.createdAt());
    Path note = backup.file().resolveSibling(name.note());
    if (Files.exists(note)) {
      put(note, name.note());
    }
    put(backup.file(), name.file());
  }

  private void put(Path file, String name) throws IOException {
    String part = folder + "/" + name + BackupName.PART_ENDING;
    try {
      send(file, part);
    } catch (IOException e) {
      removeQuietly(part, e);
      throw e;
    }
    long there = size(files, part).orElse(-1L);
    if (there != Files.size(file)) {
      throw new IOException(
          "%s has %d bytes there and %d here".formatted(name, there, Files.size(file)));
    }
    // Plain SFTP renames onto nothing that exists.
    remove(folder + "/" + name);
    files.rename(part, folder + "/" + name);
  }

  private void send(Path file, String part) throws IOException {
    try (SftpClient.CloseableHandle handle =
            files.open(part, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long at = 0;
      for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
        files.write(handle, at, buffer, 0, some);
        at += some;
      }
      OpenSSHFsyncExtension sync = files.getExtension(OpenSSHFsyncExtension.class);
      if (sync != null && sync.isSupported()) {
        sync.fsync(handle);
      }
    }
  }

  /** A full disk is to have room again; where the line is cut, the next one sweeps. */
  private void removeQuietly(String path, IOException because) {
    try {
      remove(path);
    } catch (IOException alsoFailed) {
      because.addSuppressed(alsoFailed);
    }
  }

  void get(String name, Path to) throws IOException {
    try (InputStream in = files.read(folder + "/" + name);
        OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      in.transferTo(out);
    }
  }

  /**
   * @return the name of the backup
   */
  String delete(Instant time) throws IOException {
    BackupName name =
        new BackupName(
            Place.named(place()).orElseThrow(() -> new IOException("no place: " + folder)), time);
    files.remove(folder + "/" + name.file());
    remove(folder + "/" + name.note());
    return name.file();
  }

  private void remove(String path) throws IOException {
    if (size(files, path).isPresent()) {
      files.remove(path);
    }
  }

  private String place() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** Empty when it is not there. */
  private static Optional<Long> size(SftpClient files, String path) throws IOException {
    try {
      Attributes attributes = files.stat(path);
      return Optional.of(attributes.getSize());
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
