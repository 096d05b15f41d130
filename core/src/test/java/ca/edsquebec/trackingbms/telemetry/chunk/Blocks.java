package ca.edsquebec.trackingbms.telemetry.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.LongStream;

/** Compares blocks as a chunk keeps them. */
final class Blocks {

  private Blocks() {}

  static long[] regularTimes(int samples) {
    return LongStream.range(0, samples).map(i -> 1_764_000_000_000L + 5_000 * i).toArray();
  }

  /** By key, and without columns that say nothing. */
  static Block asKept(Block block, Choice choice) {
    return new Block(
        block.times(),
        block.numbers().stream()
            .filter(c -> choice.numbers().test(c.key()))
            .filter(c -> c.present() == null || !c.present().isEmpty())
            .sorted(Comparator.comparing(NumberColumn::key))
            .toList(),
        block.vectors().stream()
            .filter(c -> choice.vectors().test(c.key()))
            .filter(c -> hasAny(c.rows()))
            .sorted(Comparator.comparing(VectorColumn::key))
            .toList(),
        block.texts().stream()
            .filter(c -> choice.texts().test(c.key()))
            .filter(c -> hasAny(c.rows()))
            .sorted(Comparator.comparing(TextColumn::key))
            .toList());
  }

  private static boolean hasAny(Object[] rows) {
    for (Object row : rows) {
      if (Objects.nonNull(row)) {
        return true;
      }
    }
    return false;
  }

  static void assertSame(Block actual, Block expected) {
    assertThat(actual.times()).isEqualTo(expected.times());
    assertThat(actual.numbers())
        .extracting(NumberColumn::key)
        .isEqualTo(expected.numbers().stream().map(NumberColumn::key).toList());
    for (int i = 0; i < expected.numbers().size(); i++) {
      NumberColumn column = actual.numbers().get(i);
      NumberColumn wanted = expected.numbers().get(i);
      assertThat(column.values()).as("numbers %d", wanted.key()).isEqualTo(wanted.values());
      for (int row = 0; row < expected.size(); row++) {
        assertThat(column.has(row)).as("numbers %d", wanted.key()).isEqualTo(wanted.has(row));
      }
    }
    assertThat(actual.texts())
        .extracting(TextColumn::key)
        .isEqualTo(expected.texts().stream().map(TextColumn::key).toList());
    for (int i = 0; i < expected.texts().size(); i++) {
      assertThat(actual.texts().get(i).rows()).isDeepEqualTo(expected.texts().get(i).rows());
    }
    assertThat(actual.vectors())
        .extracting(VectorColumn::key)
        .isEqualTo(expected.vectors().stream().map(VectorColumn::key).toList());
    for (int i = 0; i < expected.vectors().size(); i++) {
      assertThat(actual.vectors().get(i).rows()).isDeepEqualTo(expected.vectors().get(i).rows());
    }
  }
}
