package ca.edsquebec.trackingbms.telemetry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Appends numbers and texts in their shortest form; what {@link ByteReader} reads. */
final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  void oneByte(int value) {
    out.write(value);
  }

  void bytes(byte[] values) {
    out.writeBytes(values);
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
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < 64; shift += 8) {
      out.write((int) (bits >>> shift));
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    bytes(utf8);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
