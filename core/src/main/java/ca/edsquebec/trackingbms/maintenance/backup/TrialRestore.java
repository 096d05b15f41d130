package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.secret.SealedFiles;
import ca.edsquebec.trackingbms.tenant.ScratchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Loads a backup into a database made for it and compares what is there with its manifest. */
final class TrialRestore {

  private static final int BUFFER = 1 << 16;

  private final SealedFiles files;
  private final Progress progress;

  TrialRestore(SealedFiles files, Progress progress) {
    this.files = files;
    this.progress = progress;
  }

  /**
   * @param into is made anew; left as it is when this throws
   * @throws IOException when the file can't be read, is damaged or is not what its manifest says
   */
  Manifest load(Path file, ScratchDatabase into) throws IOException {
    into.recreate();
    SqlLoad load = new SqlLoad(into, progress);
    String label;
    try (InputStream in = Files.newInputStream(file)) {
      SealedFiles.Opened opened = files.open(in);
      label = opened.label();
      try (SqlSplitter sql = new SqlSplitter(load);
          InputStream zip = new GZIPInputStream(opened.content(), BUFFER)) {
        zip.transferTo(sql);
        // To the seal of the file's end.
        opened.content().transferTo(OutputStream.nullOutputStream());
      }
    }
    load.commit();
    Manifest manifest =
        load.manifest().orElseThrow(() -> new IOException(file + " has no manifest at its end"));
    BackupName name =
        BackupName.parse(label).orElseThrow(() -> new IOException(file + " is no backup"));
    if (!manifest.format().equals(Manifest.FORMAT)
        || !manifest.place().equals(name.place().name())) {
      throw new IOException(file + " is of a form that this version does not know");
    }
    compare(manifest, load, into);
    return manifest;
  }

  private static void compare(Manifest manifest, SqlLoad load, ScratchDatabase into)
      throws IOException {
    List<String> tables = manifest.tables().stream().map(TableTally::table).toList();
    if (!new TreeSet<>(tables).equals(new TreeSet<>(into.tablesOf(into.name())))
        || !tables.containsAll(load.tallies().tables())) {
      throw new IOException(
          "the backup has tables %s, its manifest %s"
              .formatted(into.tablesOf(into.name()), tables));
    }
    compare(manifest.tables(), load.tallies().of(tables), "in the file");
    for (TableTally wanted : manifest.tables()) {
      compare(List.of(wanted), List.of(stored(into, wanted.table())), "after restoring it");
    }
  }

  private static TableTally stored(ScratchDatabase into, String table) throws IOException {
    try {
      return into.sql(
          (connection, db) -> {
            try {
              return StoredRows.tally(connection, into.name(), table);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void compare(List<TableTally> wanted, List<TableTally> found, String where)
      throws IOException {
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).equals(found.get(i))) {
        throw new IOException(
            "%s is not what was backed up: the manifest has %s, %s there is %s"
                .formatted(wanted.get(i).table(), wanted.get(i), where, found.get(i)));
      }
    }
  }
}
