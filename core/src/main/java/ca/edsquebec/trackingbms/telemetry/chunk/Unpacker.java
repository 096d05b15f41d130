package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;

/** Reads what {@link Packer} wrote, and stays within the part it was given. */
final class Unpacker {

  private final byte[] bytes;
  private final int end;
  private int at;
  private long zeros;

  Unpacker(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int position() {
    return at;
  }

  int left() {
    return end - at;
  }

  int oneByte() {
    if (at >= end) {
      throw new DamagedChunkException("cut short");
    }
    return bytes[at++] & 0xff;
  }

  byte[] bytes(int count) {
    if (count > end - at) {
      throw new DamagedChunkException("cut short");
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  long unsigned() {
    int first = oneByte();
    return first < 0x80 ? first : unsigned(first);
  }

  private long unsigned(int first) {
    long value = first & 0x7f;
    for (int shift = 7; shift < Long.SIZE; shift += 7) {
      int next = oneByte();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedChunkException("a number without end");
  }

  long signed() {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  /**
   * @param what for the message
   * @param max 0 or more
   */
  int within(String what, long max) {
    long value = unsigned();
    if (value < 0 || value > max) {
      throw new DamagedChunkException(
          "impossible " + what + " " + Long.toUnsignedString(value) + ", at most " + max);
    }
    return (int) value;
  }

  /** The next of a series, which {@link #endDifferences} ends. */
  long difference() {
    if (zeros > 0) {
      zeros--;
      return 0;
    }
    int first = oneByte();
    if (first < 2) {
      return first == 0 ? 0 : zeros();
    }
    long value = (first < 0x80 ? first : unsigned(first)) - 1;
    return value >>> 1 ^ -(value & 1);
  }

  private long zeros() {
    long run = unsigned();
    if (run == 0) {
      return Long.MIN_VALUE;
    }
    zeros = run - 1;
    return 0;
  }

  void endDifferences() {
    if (zeros != 0) {
      throw new DamagedChunkException("more zeros than samples");
    }
  }

  void end() {
    if (at != end) {
      throw new DamagedChunkException("a column with bytes left over");
    }
  }
}
