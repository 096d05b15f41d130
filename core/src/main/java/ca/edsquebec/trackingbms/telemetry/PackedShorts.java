package ca.edsquebec.trackingbms.telemetry;

import java.util.Arrays;

/** Cells and temperatures as stored: little-endian 16-bit numbers, {@value #ABSENT} = absent. */
final class PackedShorts {

  /** Steps a volt. */
  static final int MILLIVOLTS = 1000;

  /** Steps a degree. */
  static final int DECIDEGREES = 10;

  /** As many as fit the column. */
  static final int MAX_VALUES = 1024;

  private static final short ABSENT = Short.MIN_VALUE;

  private PackedShorts() {}

  /** What is not finite or does not fit is absent. */
  static byte[] pack(double[] values, int steps) {
    byte[] packed = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      double scaled = Math.rint(values[i] * steps);
      boolean fits = scaled > Short.MIN_VALUE && scaled <= Short.MAX_VALUE;
      int number = fits ? (int) scaled : ABSENT;
      packed[2 * i] = (byte) number;
      packed[2 * i + 1] = (byte) (number >> 8);
    }
    return packed;
  }

  static double[] unpack(byte[] packed, int steps) {
    double[] values = new double[packed.length / 2];
    Arrays.setAll(
        values,
        i -> {
          int number = (packed[2 * i] & 0xff) | packed[2 * i + 1] << 8;
          return number == ABSENT ? Double.NaN : number / (double) steps;
        });
    return values;
  }
}
