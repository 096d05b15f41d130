package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Gives SQL to two, the second of which reads it, and tells how much it was. */
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
    try {
      second.write(bytes, from, length);
    } catch (IOException e) {
      throw strange(e);
    }
    count += length;
    if (count - told >= TOLD_EACH) {
      told = count;
      progress.at(count);
    }
  }

  /** Tells the second that this was all; the first goes on. */
  @Override
  public void close() throws IOException {
    try {
      second.close();
    } catch (IOException e) {
      throw strange(e);
    }
  }

  private static IOException strange(IOException e) {
    return new ProgramDump.FailedException("SQL in a form that dumps have not: " + e, e);
  }

  long count() {
    return count;
  }
}
