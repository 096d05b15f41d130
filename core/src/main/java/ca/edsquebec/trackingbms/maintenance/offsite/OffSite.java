package ca.edsquebec.trackingbms.maintenance.offsite;

import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.BackupName;
import ca.edsquebec.trackingbms.maintenance.backup.Rotation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The copies at the destination. A file has its name there only when all of it has arrived, so a
 * push that broke off is repeated and goes on with what is missing. Safe for any number of threads;
 * one push at a time: hold a lease.
 */
public final class OffSite {

  private final Destination destination;
  private final Rotation rotation;

  public OffSite(Destination destination, Rotation rotation) {
    this.destination = destination;
    this.rotation = rotation;
  }

  /**
   * What a push did.
   *
   * @param pushed names of backups that were copied
   * @param deleted names of backups that the rotation took away there
   * @param bytes that were copied
   */
  public record Pushed(List<String> pushed, List<String> deleted, long bytes) {}

  /**
   * Copies what is not there yet, place by place, and deletes there, before and after, what the
   * rotation does not keep and what is left of copies that broke off. What the rotation would
   * delete at once is not copied.
   *
   * @throws IOException when the server can't be reached, is another one, or has no room
   */
  public Pushed push(List<Backup> backups) throws IOException {
    Map<String, List<Backup>> byPlace =
        backups.stream()
            .collect(
                Collectors.groupingBy(
                    backup -> backup.place().name(), TreeMap::new, Collectors.toList()));
    List<String> pushed = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    long bytes = 0;
    try (Sftp sftp = Sftp.connect(destination)) {
      for (Map.Entry<String, List<Backup>> place : byPlace.entrySet()) {
        RemoteFolder folder = RemoteFolder.make(sftp.files(), destination.folder(), place.getKey());
        // First, so that a disk that is full there is not full for ever.
        folder.sweep();
        deleted.addAll(rotate(folder));
        for (Backup backup : missing(place.getValue(), folder)) {
          folder.put(backup);
          pushed.add(backup.file().getFileName().toString());
          bytes += backup.bytes();
        }
        deleted.addAll(rotate(folder));
      }
    } catch (IOException e) {
      throw new IOException("backups can't be copied: " + e.getMessage(), e);
    }
    return new Pushed(pushed, deleted, bytes);
  }

  private List<Backup> missing(List<Backup> local, RemoteFolder folder) throws IOException {
    Map<Instant, Long> there = folder.backups();
    Set<Instant> all = local.stream().map(Backup::createdAt).collect(Collectors.toSet());
    all.addAll(there.keySet());
    Set<Instant> kept = rotation.kept(all);
    return local.stream()
        .filter(backup -> kept.contains(backup.createdAt()))
        .filter(backup -> !Long.valueOf(backup.bytes()).equals(there.get(backup.createdAt())))
        .sorted(Comparator.comparing(Backup::createdAt).reversed())
        .toList();
  }

  private List<String> rotate(RemoteFolder folder) throws IOException {
    Set<Instant> there = folder.backups().keySet();
    Set<Instant> kept = rotation.kept(there);
    List<String> deleted = new ArrayList<>();
    for (Instant time : there) {
      if (!kept.contains(time)) {
        deleted.add(folder.delete(time));
      }
    }
    return deleted;
  }

  /**
   * The newest copy there of each of some places, by the place's name; places without one are left
   * out.
   */
  public Map<String, Instant> newest(List<String> places) throws IOException {
    Map<String, Instant> newest = new LinkedHashMap<>();
    try (Sftp sftp = Sftp.connect(destination)) {
      for (String place : places) {
        RemoteFolder.find(sftp.files(), destination.folder(), place).backups().keySet().stream()
            .max(Comparator.naturalOrder())
            .ifPresent(time -> newest.put(place, time));
      }
    }
    return newest;
  }

  /**
   * Fetches a copy, to be restored.
   *
   * @param name as it is called there
   * @param to must not exist
   */
  public void fetch(String name, Path to) throws IOException {
    BackupName backup =
        BackupName.parse(name).orElseThrow(() -> new IOException(name + " is no backup's name"));
    try (Sftp sftp = Sftp.connect(destination)) {
      RemoteFolder.find(sftp.files(), destination.folder(), backup.place().name()).get(name, to);
    }
  }
}
