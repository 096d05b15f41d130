package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Where a number lies within a CAN frame, and what it is worth.
 *
 * <p>Bits are numbered as in a DBC file: bit n is bit n % 8 of byte n / 8. The start of a Motorola
 * signal is its most significant bit, that of an Intel signal its least significant one.
 */
public final class CanSignal {

  private final String name;
  private final String unit;
  private final boolean intel;
  private final boolean signed;
  private final int left;
  private final int right;
  private final int length;
  private final long numerator;
  private final long shift;
  private final double denominator;
  private final int decimals;

  /**
   * @param start number of its first bit
   * @param length bits, 1 to 64
   * @param factor physical value of one step, as a decimal
   * @throws IllegalArgumentException when it lies outside of 8 bytes
   */
  public CanSignal(
      String name,
      int start,
      int length,
      boolean intel,
      boolean signed,
      BigDecimal factor,
      String unit) {
    this(name, start, length, intel, signed, factor, BigDecimal.ZERO, unit);
  }

  /**
   * @param start number of its first bit
   * @param length bits, 1 to 64
   * @param factor physical value of one step, as a decimal
   * @param offset physical value of the integer 0
   * @throws IllegalArgumentException when it lies outside of 8 bytes, or a number is out of all
   *     reason
   */
  public CanSignal(
      String name,
      int start,
      int length,
      boolean intel,
      boolean signed,
      BigDecimal factor,
      BigDecimal offset,
      String unit) {
    this.name = name;
    this.unit = unit;
    this.intel = intel;
    this.signed = signed;
    this.length = length;
    // Distance of the most significant bit from the top of the 64-bit word read in its byte order.
    this.left = intel ? 64 - start - length : start / 8 * 8 + 7 - start % 8;
    this.right = 64 - length;
    if (start < 0 || start > 63 || length < 1 || left < 0 || left + length > 64) {
      throw new IllegalArgumentException(
          "signal %s at %d|%d is outside of 8 bytes".formatted(name, start, length));
    }
    this.decimals = Math.max(0, Math.max(factor.scale(), offset.scale()));
    this.numerator = whole(factor);
    this.shift = whole(offset);
    this.denominator = Math.pow(10, decimals);
  }

  private long whole(BigDecimal decimal) {
    try {
      return decimal.setScale(decimals).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "signal %s: %s has too many digits".formatted(name, decimal.toEngineeringString()), e);
    }
  }

  public String name() {
    return name;
  }

  /** How many bytes a frame must have to hold all of it. */
  public int bytes() {
    return (intel ? 64 - left + 7 : left + length + 7) / 8;
  }

  /** Unit of the physical value; empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** The frame as {@link #raw} wants it: its bytes from the top, zero behind the last one. */
  public static long word(byte[] data) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | (i < data.length ? data[i] & 0xFF : 0);
    }
    return word;
  }

  /** The bare integer; one of 64 bits without sign may look negative. */
  public long raw(long word) {
    long shifted = (intel ? Long.reverseBytes(word) : word) << left;
    return signed ? shifted >> right : shifted >>> right;
  }

  /** True when the integer is at an end of its range, where a sender clips what does not fit. */
  public boolean isFullScale(long raw) {
    if (!signed) {
      return raw == -1L >>> right;
    }
    long max = Long.MAX_VALUE >> right;
    return raw == max || raw == -max - 1;
  }

  /** Physical value of that integer: the double nearest to the exact decimal. */
  public double value(long raw) {
    double whole = signed || raw >= 0 ? (double) raw : (double) raw + 0x1p64;
    return (whole * numerator + shift) / denominator;
  }

  /** Physical value of that integer, exactly, without zeros behind its last decimal. */
  public BigDecimal exact(long raw) {
    BigDecimal whole =
        signed || raw >= 0
            ? BigDecimal.valueOf(raw)
            : new BigDecimal(BigInteger.valueOf(raw).mod(BigInteger.ONE.shiftLeft(Long.SIZE)));
    if (decimals == 0 && numerator == 1 && shift == 0) {
      return whole;
    }
    BigDecimal value =
        whole
            .movePointLeft(decimals)
            .multiply(BigDecimal.valueOf(numerator))
            .add(BigDecimal.valueOf(shift, decimals));
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The same place under another name: a layout that repeats. */
  public CanSignal named(String other) {
    return new CanSignal(this, other);
  }

  private CanSignal(CanSignal like, String name) {
    this.name = name;
    unit = like.unit;
    intel = like.intel;
    signed = like.signed;
    left = like.left;
    right = like.right;
    length = like.length;
    numerator = like.numerator;
    shift = like.shift;
    denominator = like.denominator;
    decimals = like.decimals;
  }

  @Override
  public String toString() {
    return name + " (" + length + " bits)";
  }
}
