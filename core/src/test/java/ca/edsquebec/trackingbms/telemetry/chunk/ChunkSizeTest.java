package ca.edsquebec.trackingbms.telemetry.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkSizeTest {

  @Test
  void aDayTakesAtMostSixteenBytesASample() {
    long bytes = 0;
    try (ChunkWriter writer = new ChunkWriter(TypicalHour.LAYOUT);
        ChunkReader reader = new ChunkReader()) {
      for (int hour = 0; hour < 24; hour++) {
        Block block = TypicalHour.block(hour);
        byte[] chunk = writer.encode(block);
        Blocks.assertSame(reader.decode(chunk), block);
        bytes += chunk.length;
      }
    }
    assertThat(bytes).isLessThan(16L * 24 * TypicalHour.SAMPLES);
  }

  @Test
  void anHourWithoutAChangeTakesNextToNothing() {
    Block hour = TypicalHour.block(0);
    long[] still = new long[720];
    short[][] cells = new short[720][];
    Arrays.fill(still, 52_480);
    Arrays.fill(cells, hour.vector(0).orElseThrow().rows()[0]);
    Block block =
        new Block(
            Blocks.regularTimes(720),
            List.of(new NumberColumn(0, still, null)),
            List.of(new VectorColumn(0, cells)),
            List.of());
    try (ChunkWriter writer = new ChunkWriter(Layout.NONE)) {
      assertThat(writer.encode(block)).hasSizeLessThan(150);
    }
  }
}
