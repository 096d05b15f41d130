package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.List;
import java.util.Optional;

/**
 * Samples of one battery in order of time, column by column. What a column means is told by its
 * key, which this package does not interpret. Nothing is copied: do not change an array handed
 * over.
 *
 * @param times epoch milliseconds, growing, none twice; as long as every column
 * @param numbers at most one a key
 * @param vectors at most one a key
 * @param texts at most one a key
 */
@SuppressWarnings("ArrayRecordComponent")
public record Block(
    long[] times, List<NumberColumn> numbers, List<VectorColumn> vectors, List<TextColumn> texts) {

  public Block {
    numbers = List.copyOf(numbers);
    vectors = List.copyOf(vectors);
    texts = List.copyOf(texts);
  }

  /** Number of samples. */
  public int size() {
    return times.length;
  }

  public Optional<NumberColumn> number(int key) {
    return numbers.stream().filter(column -> column.key() == key).findFirst();
  }

  public Optional<VectorColumn> vector(int key) {
    return vectors.stream().filter(column -> column.key() == key).findFirst();
  }

  public Optional<TextColumn> text(int key) {
    return texts.stream().filter(column -> column.key() == key).findFirst();
  }
}
