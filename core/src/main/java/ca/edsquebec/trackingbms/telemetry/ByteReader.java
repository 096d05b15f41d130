package ca.edsquebec.trackingbms.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

  private final byte[] in;
  private int position;

  ByteReader(byte[] in) {
    this.in = in;
  }

  int oneByte() {
    return in[position++] & 0xff;
  }

  byte[] bytes(int count) {
    byte[] taken = Arrays.copyOfRange(in, position, position + count);
    position += count;
    return taken;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = oneByte();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  long signed() {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  double real() {
    long bits = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      bits |= (long) oneByte() << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  String text() {
    return new String(bytes((int) unsigned()), StandardCharsets.UTF_8);
  }
}
