package ca.edsquebec.trackingbms.telemetry.chunk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChunkRefusalTest {

  private final ChunkWriter writer = new ChunkWriter(Layout.NONE);

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void noSamples() {
    assertRefused(new Block(new long[0], List.of(), List.of(), List.of()), "without samples");
  }

  @Test
  void timesThatDoNotGrow() {
    assertRefused(new Block(new long[] {5, 5}, List.of(), List.of(), List.of()), "out of order");
    assertRefused(new Block(new long[] {5, 4}, List.of(), List.of(), List.of()), "out of order");
  }

  @Test
  void columnsOfAnotherLength() {
    assertRefused(numbers(3, new NumberColumn(7, new long[2], null)), "numbers 7: 2 values of 3");
    assertRefused(vectors(3, new VectorColumn(7, new short[4][])), "vectors 7: 4 values of 3");
    TextColumn text = new TextColumn(7, new byte[2][]);
    assertRefused(
        new Block(Blocks.regularTimes(3), List.of(), List.of(), List.of(text)),
        "texts 7: 2 values of 3");
    BitSet four = new BitSet();
    four.set(3);
    assertRefused(numbers(3, new NumberColumn(7, new long[3], four)), "numbers 7");
  }

  @Test
  void keysThatAreNegativeOrThereTwice() {
    NumberColumn five = new NumberColumn(5, new long[1], null);
    assertRefused(numbers(1, five, five), "there twice: 5");
    assertRefused(numbers(1, new NumberColumn(-1, new long[1], null)), "negative");
  }

  @Test
  void moreThanAReaderWouldHold() {
    long[] values = new long[100_000];
    assertRefused(
        numbers(
            values.length,
            IntStream.range(0, 80)
                .mapToObj(key -> new NumberColumn(key, values, null))
                .toArray(NumberColumn[]::new)),
        "too much for one chunk");
    assertRefused(
        numbers(
            1,
            IntStream.range(0, Format.MAX_COLUMNS)
                .mapToObj(key -> new NumberColumn(key, new long[1], null))
                .toArray(NumberColumn[]::new)),
        "too much for one chunk");
    assertRefused(
        vectors(1, new VectorColumn(0, new short[][] {new short[Format.MAX_VECTOR + 1]})),
        "a vector of 65536");
  }

  @Test
  void hintsThatContradictThemselves() {
    Layout.Product product = new Layout.Product(2, 0, 1, 10);
    assertThatThrownBy(() -> new Layout(List.of(product, product), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Layout(List.of(new Layout.Product(2, 2, 1, 10)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Layout.Product(2, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Block numbers(int samples, NumberColumn... columns) {
    return new Block(Blocks.regularTimes(samples), List.of(columns), List.of(), List.of());
  }

  private static Block vectors(int samples, VectorColumn column) {
    return new Block(Blocks.regularTimes(samples), List.of(), List.of(column), List.of());
  }

  private void assertRefused(Block block, String reason) {
    assertThatThrownBy(() -> writer.encode(block))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
