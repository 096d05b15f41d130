package ca.edsquebec.trackingbms.telemetry.rollup;

/** Reads what {@link ByteSink} wrote, and says what is wrong with bytes that it did not write. */
final class ByteSource {

  private final byte[] in;
  private int position;

  ByteSource(byte[] in) {
    this.in = in;
  }

  int oneByte() {
    if (position == in.length) {
      throw damaged("end early");
    }
    return in[position++] & 0xff;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = oneByte();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged("hold an endless number");
  }

  long signed() {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  /**
   * As {@link #unsigned()}, but damage unless it is within these.
   *
   * @param min not negative
   */
  long within(long min, long max, String what) {
    long value = unsigned();
    if (value < min || value > max) {
      throw damaged("hold %d as %s".formatted(value, what));
    }
    return value;
  }

  double real() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 8) {
      bits |= (long) oneByte() << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  void requireEnd() {
    if (position != in.length) {
      throw damaged("go on after their end");
    }
  }

  IllegalStateException damaged(String fault) {
    return new IllegalStateException(
        "damaged stats: %d bytes %s, at byte %d".formatted(in.length, fault, position));
  }
}
