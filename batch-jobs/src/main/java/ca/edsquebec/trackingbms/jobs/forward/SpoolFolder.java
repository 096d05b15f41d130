package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.platform.BusyException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of all spools, which one forwarder has at a time. */
final class SpoolFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  /**
   * Makes it where there is none.
   *
   * @throws BusyException when another forwarder has it
   */
  SpoolFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(lock)) {
      lock.close();
      throw new BusyException(
          "another forwarder uses %s: give this one another --spool".formatted(folder));
    }
  }

  private static boolean isOurs(FileChannel lock) throws IOException {
    try {
      FileLock held = lock.tryLock();
      return held != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  /** Of one battery. */
  Path of(String battery) {
    // A code may be anything; so no battery's folder lies elsewhere.
    String name = URLEncoder.encode(battery, StandardCharsets.UTF_8).replace(".", "%2E");
    return folder.resolve("battery-" + name.replace("*", "%2A"));
  }

  /** Lets another one have it. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
