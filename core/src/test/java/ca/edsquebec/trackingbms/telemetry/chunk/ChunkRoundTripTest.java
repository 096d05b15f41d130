package ca.edsquebec.trackingbms.telemetry.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChunkRoundTripTest {

  private final ChunkWriter writer = new ChunkWriter(Layout.NONE);
  private final ChunkReader reader = new ChunkReader();

  @AfterEach
  void close() {
    writer.close();
    reader.close();
  }

  @Test
  void anyBlockComesBackAsItWas() {
    RandomBlocks blocks = new RandomBlocks(1);
    for (int i = 0; i < 2_000; i++) {
      Block block = blocks.next();
      Blocks.assertSame(reader.decode(writer.encode(block)), Blocks.asKept(block, Choice.ALL));
    }
  }

  @Test
  void wrongHintsHarmNothing() {
    RandomBlocks blocks = new RandomBlocks(2);
    for (int i = 0; i < 2_000; i++) {
      Block block = blocks.next();
      try (ChunkWriter hinted = new ChunkWriter(blocks.layout())) {
        Blocks.assertSame(reader.decode(hinted.encode(block)), Blocks.asKept(block, Choice.ALL));
      }
    }
  }

  @Test
  void whatIsChosenIsWhatTheWholeHolds() {
    RandomBlocks blocks = new RandomBlocks(3);
    List<Choice> choices =
        List.of(
            Choice.TIMES,
            Choice.numbers(2, 30),
            Choice.texts(0, 1, 2, 3),
            Choice.vectors(0, 40).and(Choice.numbers(Integer.MAX_VALUE)),
            new Choice(key -> key > 2, key -> false, key -> key == 1));
    for (int i = 0; i < 1_000; i++) {
      Block block = blocks.next();
      try (ChunkWriter hinted = new ChunkWriter(blocks.layout())) {
        byte[] chunk = hinted.encode(block);
        for (Choice choice : choices) {
          Blocks.assertSame(reader.decode(chunk, choice), Blocks.asKept(block, choice));
        }
      }
    }
  }

  @Test
  void stopsBehindTheLastWantedColumn() {
    Random random = new Random(4);
    short[][] cells = new short[720][];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = new short[] {(short) random.nextInt(), (short) random.nextInt()};
    }
    Block block =
        new Block(
            Blocks.regularTimes(720),
            List.of(new NumberColumn(0, new long[720], null)),
            List.of(new VectorColumn(0, cells)),
            List.of());
    byte[] chunk = writer.encode(block);
    // The end of what is compressed belongs to the cells alone.
    for (int i = chunk.length - 500; i < chunk.length; i++) {
      chunk[i] = 0;
    }
    byte[] torn = ChunkDamageTest.withChecksum(chunk);
    assertThatThrownBy(() -> reader.decode(torn)).isInstanceOf(DamagedChunkException.class);
    assertThat(reader.decode(torn, Choice.numbers(0)).number(0)).isPresent();
  }

  @Test
  void aHintTakenMakesAProductShorter() {
    Random random = new Random(5);
    long[] volts = new long[720];
    long[] amps = new long[720];
    long[] watts = new long[720];
    BitSet present = new BitSet();
    for (int row = 0; row < 720; row++) {
      volts[row] = 52_000L + random.nextInt(97);
      amps[row] = -40_000L + random.nextInt(9_973);
      watts[row] = Math.round(volts[row] * amps[row] / 1e5);
      present.set(row);
    }
    Block block =
        new Block(
            Blocks.regularTimes(720),
            List.of(
                new NumberColumn(0, volts, null),
                new NumberColumn(1, amps, present),
                new NumberColumn(2, watts, null)),
            List.of(),
            List.of());
    Layout layout = new Layout(List.of(new Layout.Product(2, 0, 1, 100_000)), List.of());
    try (ChunkWriter hinted = new ChunkWriter(layout)) {
      byte[] chunk = hinted.encode(block);
      assertThat(chunk.length).isLessThan(writer.encode(block).length - 1_000);
      Blocks.assertSame(
          reader.decode(chunk, Choice.numbers(2)), Blocks.asKept(block, Choice.numbers(2)));
    }
  }
}
