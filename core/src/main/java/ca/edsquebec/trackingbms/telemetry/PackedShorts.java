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
    return unpack(shorts(packed), steps);
  }

  static double[] unpack(short[] numbers, int steps) {
    double[] values = new double[numbers.length];
    Arrays.setAll(values, i -> numbers[i] == ABSENT ? Double.NaN : numbers[i] / (double) steps);
    return values;
  }

  /**
   * @param packed null when there are none, as what is returned then
   */
  static short[] shorts(byte[] packed) {
    if (packed == null) {
      return null;
    }
    short[] numbers = new short[packed.length / 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) ((packed[2 * i] & 0xff) | packed[2 * i + 1] << 8);
    }
    return numbers;
  }

  /** What {@link #shorts} takes. */
  static byte[] bytes(short[] numbers) {
    if (numbers == null) {
      return null;
    }
    byte[] packed = new byte[2 * numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      packed[2 * i] = (byte) numbers[i];
      packed[2 * i + 1] = (byte) (numbers[i] >> 8);
    }
    return packed;
  }
}
