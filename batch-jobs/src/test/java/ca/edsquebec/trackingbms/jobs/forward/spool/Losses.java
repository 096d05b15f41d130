package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a spool says to have lost.
 *
 * @param frames each time, how many
 * @param bytes that each file was cut by
 */
public record Losses(List<Long> frames, List<Long> bytes) implements SpoolListener {

  public Losses() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public void lost(long count, long newestMillis, String why) {
    frames.add(count);
  }

  @Override
  public void cut(long length, Path file) {
    bytes.add(length);
  }
}
