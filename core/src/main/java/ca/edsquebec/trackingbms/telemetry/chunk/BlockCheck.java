package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a block must be to be written; also keeps to what a reader is ready to hold. */
final class BlockCheck {

  private BlockCheck() {}

  /**
   * @throws IllegalArgumentException when it can't be written
   */
  static void check(Block block) {
    checkTimes(block.times());
    int samples = block.size();
    int columns = 1 + block.numbers().size() + block.texts().size() + block.vectors().size();
    if (columns > Format.MAX_COLUMNS) {
      throw new IllegalArgumentException("too much for one chunk: " + columns + " columns");
    }
    long bytes = Format.numberBytes(samples);
    for (NumberColumn column : block.numbers()) {
      bytes += Format.numberBytes(samples);
      checkLength(Format.NUMBER, column.key(), column.values().length, samples);
      if (column.present() != null && column.present().length() > samples) {
        throw new IllegalArgumentException("more present than samples: numbers " + column.key());
      }
    }
    for (TextColumn column : block.texts()) {
      bytes += Format.textBytes(samples);
      checkLength(Format.TEXT, column.key(), column.rows().length, samples);
    }
    for (VectorColumn column : block.vectors()) {
      checkLength(Format.VECTOR, column.key(), column.rows().length, samples);
      bytes += Format.vectorBytes(samples, elements(column));
    }
    if (bytes > Format.MAX_BYTES) {
      throw new IllegalArgumentException("too much for one chunk: " + bytes + " bytes");
    }
  }

  private static void checkTimes(long[] times) {
    if (times.length == 0) {
      throw new IllegalArgumentException("a chunk without samples");
    }
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException("times out of order: " + times[i] + " at " + i);
      }
    }
  }

  private static void checkLength(int kind, int key, int length, int samples) {
    if (length != samples) {
      throw new IllegalArgumentException(
          "%s: %d values of %d samples".formatted(Format.nameOf(kind, key), length, samples));
    }
  }

  private static long elements(VectorColumn column) {
    long elements = 0;
    for (short[] row : column.rows()) {
      if (row != null && row.length > Format.MAX_VECTOR) {
        throw new IllegalArgumentException("a vector of " + row.length);
      }
      elements += row == null ? 0 : row.length;
    }
    return elements;
  }

  /**
   * The columns by key.
   *
   * @throws IllegalArgumentException when a key is negative or there twice
   */
  static <T> List<T> sorted(List<T> columns, ToIntFunction<T> key) {
    List<T> sorted = new ArrayList<>(columns);
    sorted.sort(Comparator.comparingInt(key));
    for (int i = 0; i < sorted.size(); i++) {
      int own = key.applyAsInt(sorted.get(i));
      boolean twice = i > 0 && own == key.applyAsInt(sorted.get(i - 1));
      if (own < 0 || twice) {
        throw new IllegalArgumentException("key negative or there twice: " + own);
      }
    }
    return sorted;
  }
}
