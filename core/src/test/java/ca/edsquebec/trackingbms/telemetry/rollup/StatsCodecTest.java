package ca.edsquebec.trackingbms.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StatsCodecTest {

  private static final long NOON = 1_772_971_200_000L;

  private static final double[] AWKWARD = {
    0,
    -0.0,
    1,
    -1,
    0.1,
    -12.75,
    (1L << 53) - 1,
    -((1L << 53) - 1),
    1L << 53,
    -(1L << 53),
    1e300,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
  };

  @Test
  void noStatsAtAllComeBack() {
    assertThat(StatsCodec.unpack(StatsCodec.pack(Map.of()))).isEmpty();
  }

  @Test
  void wholeNumbersAndFractionsComeBackExactly() {
    assertComesBack(
        Map.of(
            0,
            new Stat(720, 37_412_345, 51_200, 52_700, 51_999, NOON),
            7,
            new Stat(719, -7_200_000, -10_000, 4_000, -9_999, NOON - 5_000),
            300,
            new Stat(3, 0.30000000000000004, 0.1, 0.1, 0.1, NOON - 3_599_999),
            Integer.MAX_VALUE,
            new Stat(1, 0.5, -3, 3.5, 3, NOON)));
  }

  @Test
  void everyMixtureOfAwkwardNumbersComesBackExactly() {
    Random random = new Random(1);
    for (double min : AWKWARD) {
      for (double max : AWKWARD) {
        assertComesBack(Map.of(1, new Stat(random.nextInt(1, 9), max, min, max, min, NOON)));
        assertComesBack(Map.of(1, new Stat(Integer.MAX_VALUE, min, min, min, max, -NOON)));
      }
    }
  }

  @Test
  void timesAtTheEndsOfTheirRangeComeBack() {
    assertComesBack(
        Map.of(
            1,
            new Stat(1, 1, 1, 1, 1, Long.MIN_VALUE),
            2,
            new Stat(1, 1, 1, 1, 1, Long.MAX_VALUE)));
  }

  @RepeatedTest(20)
  void randomStatsComeBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Map<Integer, Stat> stats = new HashMap<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      stats.put(random.nextInt(1_000), random(random));
    }
    assertComesBack(stats);
  }

  @Test
  void anHourOfTypicalSeriesTakesAtMostAFewBytesEach() {
    Map<Integer, Stat> stats = new HashMap<>();
    stats.put(0, new Stat(720, 37_412_345, 51_200, 52_700, 51_999, NOON)); // mV
    stats.put(1, new Stat(720, -7_212_000, -162_000, 84_000, -9_999, NOON)); // mA
    stats.put(2, new Stat(720, -3_728_000, -83_000, 44_000, -5_100, NOON)); // 0.1 W
    stats.put(3, new Stat(720, 4_680_000, 5_900, 7_100, 6_010, NOON)); // 0.01 %
    stats.put(4, new Stat(720, 7_099_200, 9_860, 9_860, 9_860, NOON)); // 0.01 %
    for (int cell = 0; cell < 16; cell++) {
      stats.put(10 + cell, new Stat(719, 2_339_000, 3_198, 3_294, 3_250, NOON - 5_000)); // mV
    }
    assertThat(StatsCodec.pack(stats).length).isLessThan(stats.size() * 15);
  }

  @Test
  void refusesANegativeKey() {
    Map<Integer, Stat> stats = Map.of(-1, new Stat(1, 1, 1, 1, 1, NOON));
    assertThatThrownBy(() -> StatsCodec.pack(stats))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void saysWhichVersionItDoesNotKnow() {
    byte[] packed = typical();
    packed[0] = 9;
    assertDamaged(packed, "version 9");
  }

  @Test
  void bytesThatWereCutOffAreDamaged() {
    byte[] packed = typical();
    for (int length = 0; length < packed.length; length++) {
      assertDamaged(Arrays.copyOf(packed, length), "");
    }
    assertDamaged(new byte[0], "0 bytes end early");
  }

  @Test
  void bytesAfterTheEndAreDamage() {
    byte[] packed = typical();
    assertDamaged(Arrays.copyOf(packed, packed.length + 1), "after their end");
  }

  @Test
  void aNumberWithoutEndIsDamage() {
    byte[] packed = new byte[20];
    Arrays.fill(packed, (byte) 0xff);
    packed[0] = 1;
    assertDamaged(packed, "endless");
  }

  @Test
  void flagsThatDoNotExistAreDamage() {
    byte[] packed = StatsCodec.pack(Map.of(0, new Stat(1, 1, 1, 1, 1, 0)));
    packed[5] |= 64;
    assertDamaged(packed, "flags");
  }

  @Test
  void noiseGivesStatsOrDamageAndNothingElse() {
    Random random = new Random(2);
    byte[] packed = typical();
    int damaged = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] noisy = packed.clone();
      noisy[random.nextInt(noisy.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        StatsCodec.unpack(noisy).values().forEach(s -> assertThat(s.count()).isPositive());
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageStartingWith("damaged stats: ");
        damaged++;
      }
    }
    assertThat(damaged).isBetween(1, 19_999);
  }

  private static byte[] typical() {
    return StatsCodec.pack(
        Map.of(
            3, new Stat(720, 37_412_345, 51_200, 52_700, 51_999, NOON),
            200, new Stat(12, 1.5, 0.1, 0.2, 0.15, NOON - 60_000)));
  }

  private static Stat random(Random random) {
    boolean whole = random.nextInt(4) > 0;
    double[] values = random.doubles(4, -1e9, 1e9).map(v -> whole ? Math.rint(v) : v).toArray();
    return new Stat(
        random.nextInt(1, 4_000_000),
        values[0],
        values[1],
        values[2],
        values[3],
        NOON - random.nextInt(3) * 5_000L);
  }

  private static void assertComesBack(Map<Integer, Stat> stats) {
    assertThat(StatsCodec.unpack(StatsCodec.pack(stats))).isEqualTo(stats);
  }

  private static void assertDamaged(byte[] packed, String fault) {
    assertThatThrownBy(() -> StatsCodec.unpack(packed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("damaged stats: ")
        .hasMessageContaining(fault);
  }
}
