package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;

/** Appends to bytes that grow as needed; what {@link Unpacker} reads. */
final class Packer {

  private static final int LONGEST_VARINT = 10;

  /** Two zeros are as long as a run of them, and Deflate takes them better. */
  private static final int SHORTEST_RUN = 3;

  private byte[] bytes = new byte[1 << 14];
  private int size;
  private int zeros;

  void clear() {
    size = 0;
    zeros = 0;
  }

  int size() {
    return size;
  }

  /** Takes out what stands between two former values of {@link #size}. */
  void remove(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, size - to);
    size -= to - from;
  }

  /** The bytes themselves, valid up to {@link #size} and until the next call. */
  byte[] array() {
    return bytes;
  }

  void oneByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void unsigned(long value) {
    room(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void signed(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  /** One of a series, which {@link #endDifferences} ends. */
  void difference(long value) {
    if (value == 0) {
      zeros++;
      return;
    }
    if (zeros > 0) {
      endDifferences();
    }
    if (value == Long.MIN_VALUE) {
      unsigned(1);
      unsigned(0);
      return;
    }
    unsigned((value << 1 ^ value >> 63) + 1);
  }

  void endDifferences() {
    if (zeros >= SHORTEST_RUN) {
      unsigned(1);
      unsigned(zeros);
      zeros = 0;
    }
    for (; zeros > 0; zeros--) {
      oneByte(0);
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      long wanted = (long) size + more;
      if (wanted > Format.MAX_BYTES) {
        throw new IllegalArgumentException("too much for one chunk");
      }
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Math.max(wanted, 2L * bytes.length), Format.MAX_BYTES));
    }
  }
}
