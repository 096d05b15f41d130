package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanSignalTest {

  private static CanSignal signal(
      int start, int length, boolean intel, boolean signed, String factor) {
    return new CanSignal("x", start, length, intel, signed, new BigDecimal(factor), "V");
  }

  @Test
  void readsAMotorolaSignalAcrossBytes() {
    CanSignal batteryVoltage = signal(7, 15, false, true, "0.1");
    long word = CanSignal.word(HexFormat.of().parseHex("050E0A1C000C0064"));
    assertThat(batteryVoltage.raw(word)).isEqualTo(647);
    assertThat(batteryVoltage.exact(647)).isEqualTo(new BigDecimal("64.7"));
    assertThat(batteryVoltage.value(647)).isEqualTo(64.7);
  }

  @Test
  void agreesWithReadingBitByBit() {
    SplittableRandom random = new SplittableRandom(1);
    int tried = 0;
    while (tried < 20_000) {
      int start = random.nextInt(64);
      int length = random.nextInt(1, 65);
      boolean intel = random.nextBoolean();
      int fits = intel ? 64 - start : 64 - (start / 8 * 8 + 7 - start % 8);
      if (length > fits) {
        continue;
      }
      tried++;
      byte[] data = new byte[random.nextInt(1, 9)];
      random.nextBytes(data);
      long word = CanSignal.word(data);
      BigInteger unsigned = bitByBit(data, start, length, intel);
      BigInteger signed =
          unsigned.testBit(length - 1)
              ? unsigned.subtract(BigInteger.ONE.shiftLeft(length))
              : unsigned;
      assertThat(signal(start, length, intel, false, "1").raw(word))
          .isEqualTo(unsigned.longValue());
      assertThat(signal(start, length, intel, true, "1").raw(word)).isEqualTo(signed.longValue());
    }
  }

  /** As the DBC format defines it, one bit after the other. */
  private static BigInteger bitByBit(byte[] data, int start, int length, boolean intel) {
    BigInteger value = BigInteger.ZERO;
    int bit = start;
    for (int i = 0; i < length; i++) {
      boolean set = bit / 8 < data.length && (data[bit / 8] >> bit % 8 & 1) == 1;
      int weight = intel ? i : length - 1 - i;
      value = set ? value.setBit(weight) : value;
      bit = intel || bit % 8 > 0 ? bit + (intel ? 1 : -1) : bit + 15;
    }
    return value;
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1416, 141.6",
    "0.01, -7, -0.07",
    "0.2, 410, 82",
    "0.25, 4095, 1023.75",
    "0.5, 193, 96.5",
    "200, 5, 1000",
    "7, 716, 5012",
    "1, 0, 0",
    "0.1, 0, 0"
  })
  void physicalValuesAreExact(String factor, long raw, String expected) {
    CanSignal signal = signal(7, 32, false, true, factor);
    assertThat(signal.exact(raw)).isEqualTo(new BigDecimal(expected));
    assertThat(signal.value(raw)).isEqualTo(Double.parseDouble(expected));
  }

  @Test
  void aNumberOf64BitsWithoutSignIsNeverNegative() {
    CanSignal wide = signal(0, 64, true, false, "0.5");
    assertThat(wide.exact(-1)).isEqualTo(new BigDecimal("9223372036854775807.5"));
    assertThat(wide.value(-1)).isEqualTo(0x1p63);
    assertThat(signal(0, 64, true, false, "1").exact(-1))
        .isEqualTo(new BigDecimal("18446744073709551615"));
    assertThat(signal(0, 64, true, true, "1").exact(-1)).isEqualTo(new BigDecimal("-1"));
  }

  @Test
  void knowsTheEndsOfItsRange() {
    CanSignal signed = signal(7, 15, false, true, "1");
    assertThat(signed.isFullScale(16383)).isTrue();
    assertThat(signed.isFullScale(-16384)).isTrue();
    assertThat(signed.isFullScale(16382)).isFalse();
    CanSignal unsigned = signal(7, 12, false, false, "1");
    assertThat(unsigned.isFullScale(4095)).isTrue();
    assertThat(unsigned.isFullScale(0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "64, 1, false",
    "-1, 1, true",
    "7, 65, false",
    "56, 2, false",
    "63, 2, true",
    "0, 0, true"
  })
  void refusesAPlaceOutsideOfEightBytes(int start, int length, boolean intel) {
    // 56|2 Motorola starts at the very last bit of the frame.
    assertThatThrownBy(() -> signal(start, length, intel, false, "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
