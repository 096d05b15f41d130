package ca.edsquebec.trackingbms.connector.wire;

/**
 * Reads a payload from its start to its end where lengths stand within it. Beyond the end it reads
 * zeros and says so afterwards, so that a cut payload needs one check. Not for several threads.
 */
public final class ByteCursor {

  private final byte[] data;
  private int at;

  public ByteCursor(byte[] data) {
    this.data = data;
  }

  public int u8() {
    return (int) unsigned(1);
  }

  /** High byte first. */
  public int u16() {
    return (int) unsigned(2);
  }

  /** High byte first. */
  public int s16() {
    return (short) unsigned(2);
  }

  /** High byte first; up to eight bytes. */
  public long unsigned(int width) {
    int start = at;
    at += width;
    return at <= data.length ? Bytes.unsigned(data, start, width) : 0;
  }

  public void skip(int bytes) {
    at += bytes;
  }

  /** Bytes that are left; below zero when more were read than there are. */
  public int left() {
    return data.length - at;
  }
}
