package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Archive;
import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that a client has into one archive. */
@Command(
    name = "export",
    description = {
      "Writes all that a client has into one ZIP archive of JSON Lines: its part of the registry"
          + " without secrets, its tables, every sample. The file is there when it is complete."
    },
    footer = {"", "Example:", "  tbms tenant export laval --to /safe/laval-2026-11.zip"})
public final class ExportTenant implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;

  private final Installation installation;
  private final Console console;

  @Parameters(paramLabel = "CLIENT", description = "Its short name.")
  String client;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "Where to write it; must not exist.")
  Path file;

  public ExportTenant(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TenantId id = installation.client(client);
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new InvalidException("to", target + " exists: name a file that does not");
    }
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // All that a client has is nobody else's to read.
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Archive archive;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER)) {
      archive =
          installation.export().write(Actor.command(), id, target.getFileName().toString(), out);
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    console.tell(
        new Fields()
            .with("client", id.slug())
            .with("file", target.toString())
            .with("bytes", archive.bytes())
            .with("rows", archive.rows())
            .with("sha256", archive.sha256())
            .with("begunAt", archive.begunAt()),
        "All of client %s is in %s (%s, %d rows)."
            .formatted(id, target, Bytes.shown(archive.bytes()), archive.rows()));
    return 0;
  }
}
