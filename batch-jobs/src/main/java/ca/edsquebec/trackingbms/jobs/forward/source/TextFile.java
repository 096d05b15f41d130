package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Lines of files, one after the other. After a kill it goes on where the spool ends. The last one
 * may be followed while it grows, and when another takes its name, as logs are rotated.
 */
public final class TextFile implements Source {

  private static final long LOOK_MILLIS = 200;

  private final List<Path> files;
  private final boolean follow;
  private final Clock clock;

  /**
   * @param follow whether to wait for what is appended to the last one
   */
  public TextFile(List<Path> files, boolean follow, Clock clock) {
    this.files = List.copyOf(files);
    this.follow = follow;
    this.clock = clock;
  }

  @Override
  public void run(Receiver receiver) throws IOException, InterruptedException {
    Lines lines = new Lines(receiver, clock);
    Mark begin = receiver.begin();
    int first = indexOf(begin);
    for (int i = Math.max(0, first); i < files.size(); i++) {
      Mark at = i == first ? begin : new Mark(identity(files.get(i)), 0);
      boolean last = i == files.size() - 1;
      do {
        read(files.get(i), at, last && follow, receiver, lines);
        at = last && follow ? successor(files.get(i)) : at;
      } while (last && follow);
    }
  }

  private static Mark successor(Path file) throws IOException, InterruptedException {
    while (identity(file) == 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    return new Mark(identity(file), 0);
  }

  /** −1 when none of them is where it stopped. */
  private int indexOf(Mark mark) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      if (identity(files.get(i)) == mark.file() && Files.size(files.get(i)) >= mark.offset()) {
        return i;
      }
    }
    return -1;
  }

  /** Until its end; when it is followed, until another has its name. */
  private static void read(Path file, Mark at, boolean follow, Receiver receiver, Lines lines)
      throws IOException, InterruptedException {
    lines.begin(at);
    byte[] buffer = new byte[16 << 10];
    long read = at.offset();
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(at.offset());
      while (true) {
        receiver.awaitRoom();
        // Asked before reading: what was written until it was renamed is read.
        boolean isReplaced = follow && (identity(file) != at.file() || Files.size(file) < read);
        int count = in.read(buffer);
        if (count > 0) {
          lines.take(buffer, count);
          read += count;
        } else if (!follow || isReplaced) {
          lines.end();
          return;
        } else {
          Thread.sleep(LOOK_MILLIS);
        }
      }
    }
  }

  /** Differs from that of a successor of the same name; 0 while there is none. */
  private static long identity(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      CRC32 crc = new CRC32();
      crc.update((file.toAbsolutePath() + "|" + key).getBytes(StandardCharsets.UTF_8));
      return crc.getValue() + 1;
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
