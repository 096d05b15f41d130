package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of a datasheet: where it lies, how it is written and what one step is worth. The value
 * is {@code (raw − zero) × factor}.
 *
 * @param name the name it has in what is shown of the wire, with its unit
 * @param at its first byte, from the table's start
 * @param width bytes, 1 to 4
 * @param little whether its low byte comes first
 * @param swapped whether it is two 16-bit words with the low word first
 * @param zero the integer that stands for 0
 * @param numerator factor without its point
 * @param decimals digits behind the factor's point
 * @param meaning what it means to the rest of the product; {@code -} for nothing
 */
public record Field(
    String name,
    int at,
    int width,
    boolean signed,
    boolean little,
    boolean swapped,
    long zero,
    long numerator,
    int decimals,
    String meaning) {

  /** The bare integer. */
  public long raw(byte[] data, int base) {
    long number =
        little
            ? Bytes.unsignedLittle(data, base + at, width)
            : Bytes.unsigned(data, base + at, width);
    if (swapped) {
      number = (number & 0xFFFF) << 16 | number >>> 16;
    }
    int unused = 64 - 8 * width;
    return signed ? number << unused >> unused : number;
  }

  /** Physical value, exactly, without zeros behind its last decimal. */
  public BigDecimal value(byte[] data, int base) {
    return value(raw(data, base));
  }

  /** Physical value of that integer. */
  public BigDecimal value(long raw) {
    return decimal((raw - zero) * numerator, decimals);
  }

  /** {@code unscaled} with so many decimals, without zeros behind the last one. */
  public static BigDecimal decimal(long unscaled, int decimals) {
    long number = unscaled;
    int scale = decimals;
    while (scale > 0 && number % 10 == 0) {
      number /= 10;
      scale--;
    }
    return BigDecimal.valueOf(number, scale);
  }

  /**
   * How much of {@code whole} that is, in % to a tenth.
   *
   * @param whole not 0
   */
  public static BigDecimal percent(long part, long whole) {
    return BigDecimal.valueOf(100 * part)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
  }
}
