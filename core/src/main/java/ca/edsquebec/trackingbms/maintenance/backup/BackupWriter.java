package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes one backup: SQL, counted as it passes, compressed, sealed, to the disk. */
final class BackupWriter {

  private static final int BUFFER = 1 << 16;

  private final SealedFiles files;
  private final BackupFolder folder;
  private final BackupName name;
  private final Progress progress;

  BackupWriter(SealedFiles files, BackupFolder folder, BackupName name, Progress progress) {
    this.files = files;
    this.folder = folder;
    this.name = name;
    this.progress = progress;
  }

  /** Called when all is written, before the file gets its name. */
  @FunctionalInterface
  interface LastCheck {
    void run();
  }

  Backup write(PlaceDatabase database, List<String> tables, Dump dump, LastCheck check)
      throws IOException {
    String schema = database.schemaVersion();
    try (FileChannel channel = folder.begin(name.file())) {
      HashedOutput file = new HashedOutput(Channels.newOutputStream(channel), BUFFER);
      OutputStream sealed = files.sealing(Purpose.BACKUP, name.file(), file);
      Manifest manifest;
      try (Zip zip = new Zip(sealed)) {
        manifest = content(zip, database, tables, dump, schema);
        zip.write(
            ("-- " + Manifest.LINE + manifest.json() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      check.run();
      Backup.Note note = new Backup.Note(name.file(), file.count(), file.sha256(), manifest);
      // First: a file without its note is not to be found.
      folder.writeNote(name, note);
      Path complete = folder.complete(name.file(), channel);
      return new Backup(
          name.place(), name.at(), complete, note.bytes(), Optional.empty(), Optional.of(note));
    }
  }

  private Manifest content(
      OutputStream zip, PlaceDatabase database, List<String> tables, Dump dump, String schema)
      throws IOException {
    SqlTallies tallies = new SqlTallies();
    SqlTee sql = new SqlTee(zip, new SqlSplitter(tallies), progress);
    dump.write(sql);
    sql.close();
    if (!tallies.created().equals(Set.copyOf(tables))) {
      throw new ProgramDump.FailedException(
          "%s wrote %d tables of %d".formatted(dump.way(), tallies.created().size(), tables.size()),
          null);
    }
    return new Manifest(
        Manifest.FORMAT,
        name.place().name(),
        database.title(),
        database.name(),
        name.at().toString(),
        dump.way(),
        schema,
        sql.count(),
        tallies.of(tables));
  }

  /** Speed before size: most of it is compressed already, and twice as long in hexadecimal. */
  private static final class Zip extends GZIPOutputStream {

    Zip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
