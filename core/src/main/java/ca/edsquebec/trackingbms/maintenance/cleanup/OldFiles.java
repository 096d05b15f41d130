package ca.edsquebec.trackingbms.maintenance.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Files of a folder that nobody has written for a while. Links are neither followed nor deleted.
 */
final class OldFiles {

  private final Path folder;
  private final Predicate<Path> kind;
  private final Instant before;

  OldFiles(Path folder, Predicate<Path> kind, Instant before) {
    this.folder = folder;
    this.kind = kind;
    this.before = before;
  }

  Swept sweep(String step, String what, Mode mode) {
    if (!Files.isDirectory(folder)) {
      return new Swept(step, what, 0, 0);
    }
    Visitor visitor = new Visitor(mode);
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("can't clean up " + folder + ": " + e.getMessage(), e);
    }
    return new Swept(step, what, visitor.count, visitor.bytes);
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Mode mode;
    private long count;
    private long bytes;

    Visitor(Mode mode) {
      this.mode = mode;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      boolean old = attributes.lastModifiedTime().toInstant().isBefore(before);
      if (attributes.isRegularFile() && old && kind.test(file)) {
        if (mode == Mode.DELETE) {
          Files.deleteIfExists(file);
        }
        count++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
