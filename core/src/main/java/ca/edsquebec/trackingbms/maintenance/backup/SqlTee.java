package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Gives SQL to two, and tells how much it was. */
final class SqlTee extends OutputStream {

  private static final long TOLD_EACH = 1 << 20;

  private final OutputStream first;
  private final OutputStream second;
  private final Progress progress;
  private long count;
  private long told;

  SqlTee(OutputStream first, OutputStream second, Progress progress) {
    this.first = first;
    this.second = second;
    this.progress = progress;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    first.write(bytes, from, length);
    second.write(bytes, from, length);
    count += length;
    if (count - told >= TOLD_EACH) {
      told = count;
      progress.at(count);
    }
  }

  long count() {
    return count;
  }
}
