package ca.edsquebec.trackingbms.telemetry.rollup;

import java.io.ByteArrayOutputStream;

/** Appends numbers in their shortest form; what {@link ByteSource} reads. */
final class ByteSink {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  void oneByte(int value) {
    out.write(value);
  }

  /** Seven bits a byte, the lowest first. */
  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Small numbers of either sign are short. */
  void signed(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  void real(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += 8) {
      out.write((int) (bits >>> shift));
    }
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
