package ca.edsquebec.trackingbms.maintenance.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server's own dump program, where this machine has one. */
record DumpProgram(Path file) {

  private static final List<String> NAMES = List.of("mariadb-dump", "mysqldump");

  /** The first that is there. */
  static Optional<DumpProgram> in(List<Path> folders) {
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(DumpProgram::new)
        .findFirst();
  }

  String name() {
    return file.getFileName().toString();
  }

  /**
   * What to start: everything of one moment, bytes in hexadecimal, statements of some 256 kB. What
   * only one of the two programs knows is {@code loose}: the other goes on without it.
   *
   * @param options the file with the account; it must be the first argument
   */
  List<String> command(Path options, String database, List<String> tables) {
    return Stream.concat(
            Stream.of(
                file.toString(),
                "--defaults-file=" + options,
                "--single-transaction",
                "--quick",
                "--compact",
                "--complete-insert",
                "--hex-blob",
                "--skip-triggers",
                "--skip-lock-tables",
                "--no-tablespaces",
                "--default-character-set=utf8mb4",
                "--net-buffer-length=262144",
                "--max-allowed-packet=67108864",
                "--loose-column-statistics=0",
                "--loose-set-gtid-purged=OFF",
                database),
            tables.stream())
        .toList();
  }
}
