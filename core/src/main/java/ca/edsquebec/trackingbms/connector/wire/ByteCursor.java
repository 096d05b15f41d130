package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * A byte that says how many numbers follow, and those, of two bytes each.
   *
   * @param zero what stands for nought
   * @param decimals how many of a number's digits stand behind the point
   */
  public List<BigDecimal> counted(int zero, int decimals) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = u8(); i > 0; i--) {
      numbers.add(Field.decimal(u16() - zero, decimals));
    }
    return numbers;
  }

  public void skip(int bytes) {
    at += bytes;
  }

  /** Bytes that are left; below zero when more were read than there are. */
  public int left() {
    return data.length - at;
  }
}
