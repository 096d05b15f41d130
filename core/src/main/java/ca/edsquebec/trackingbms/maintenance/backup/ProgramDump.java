package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The dump by the server's own program. Its account stands in a file that only we can read and that
 * is gone afterwards, never on the command line, which others on the host can see; and it inherits
 * no settings of ours.
 */
final class ProgramDump implements Dump {

  /** What it says when something is wrong is not long. */
  private static final int SAID = 2000;

  /** The program failed by itself, or did not write what it was to: another way may do. */
  static final class FailedException extends IOException {

    private static final long serialVersionUID = 1L;

    FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final DumpProgram program;
  private final BackupFolder folder;
  private final String options;
  private final String database;
  private final List<String> tables;

  /**
   * @param options the text of an option file, with the password
   */
  ProgramDump(
      DumpProgram program,
      BackupFolder folder,
      String options,
      String database,
      List<String> tables) {
    this.program = program;
    this.folder = folder;
    this.options = options;
    this.database = database;
    this.tables = tables;
  }

  @Override
  public String way() {
    return program.name();
  }

  @Override
  public void write(OutputStream sql) throws IOException {
    Path account = folder.secret("account", options);
    try {
      Process process = start(account);
      try {
        CompletableFuture<String> said =
            CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        process.getInputStream().transferTo(sql);
        int code = process.waitFor();
        if (code != 0) {
          throw new FailedException(
              "%s ended with %d: %s".formatted(program.name(), code, said.join()), null);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while " + program.name() + " was writing", e);
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.deleteIfExists(account);
    }
  }

  private Process start(Path account) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.command(account, database, tables));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("TBMS_") || name.equals("REDIS_URL"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new FailedException(program.file() + " can't be started", e);
    }
  }

  private static String text(InputStream in) {
    try (in) {
      String text = new String(in.readNBytes(SAID), StandardCharsets.UTF_8).strip();
      in.transferTo(OutputStream.nullOutputStream());
      return text.replaceAll("\\s*\\R\\s*", "; ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
