package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which columns are wanted, by key; times always are. What is not wanted is not decoded, and what
 * stands behind the last wanted column is not even inflated.
 */
public record Choice(IntPredicate numbers, IntPredicate texts, IntPredicate vectors) {

  private static final IntPredicate NO = oneOf();

  public static final Choice ALL = new Choice(key -> true, key -> true, key -> true);
  public static final Choice TIMES = new Choice(NO, NO, NO);

  public static Choice numbers(int... keys) {
    return new Choice(oneOf(keys), NO, NO);
  }

  public static Choice texts(int... keys) {
    return new Choice(NO, oneOf(keys), NO);
  }

  public static Choice vectors(int... keys) {
    return new Choice(NO, NO, oneOf(keys));
  }

  /** What either wants. */
  public Choice and(Choice other) {
    return new Choice(numbers.or(other.numbers), texts.or(other.texts), vectors.or(other.vectors));
  }

  private static IntPredicate oneOf(int... keys) {
    int[] sorted = keys.clone();
    Arrays.sort(sorted);
    return key -> Arrays.binarySearch(sorted, key) >= 0;
  }
}
