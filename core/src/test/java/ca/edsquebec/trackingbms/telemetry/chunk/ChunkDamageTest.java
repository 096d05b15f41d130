package ca.edsquebec.trackingbms.telemetry.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChunkDamageTest {

  private final ChunkReader reader = new ChunkReader();

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void everyBitThatTurnsIsNoticed() {
    byte[] chunk = chunk(4);
    for (int bit = 0; bit < 8 * chunk.length; bit++) {
      byte[] damaged = chunk.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertDamaged(damaged, bit < 8 ? "unknown version" : "wrong checksum");
    }
  }

  @Test
  void everyCutIsNoticed() {
    byte[] chunk = chunk(5);
    for (int length = 0; length < chunk.length; length++) {
      byte[] cut = Arrays.copyOf(chunk, length);
      assertDamaged(cut, length < Format.HEADER ? "cut short" : "wrong checksum");
    }
  }

  @Test
  void whatHasAChecksumYetNoSenseIsRefusedOrRead() {
    Random random = new Random(6);
    RandomBlocks blocks = new RandomBlocks(6);
    for (int i = 0; i < 400; i++) {
      byte[] chunk;
      try (ChunkWriter writer = new ChunkWriter(blocks.layout())) {
        chunk = writer.encode(blocks.next());
      }
      for (int j = 0; j < 40; j++) {
        byte[] damaged = Arrays.copyOf(chunk, chunk.length - random.nextInt(2) * random.nextInt(9));
        for (int k = random.nextInt(3); k >= 0 && damaged.length > Format.HEADER; k--) {
          int at = Format.HEADER + random.nextInt(damaged.length - Format.HEADER);
          damaged[at] = (byte) random.nextInt();
        }
        assertDamagedOrRead(damaged);
      }
    }
  }

  @Test
  void nonsenseThatIsRightlyCompressedIsRefusedOrRead() {
    Random random = new Random(7);
    RandomBlocks blocks = new RandomBlocks(7);
    for (int i = 0; i < 400; i++) {
      Torn torn;
      try (ChunkWriter writer = new ChunkWriter(blocks.layout())) {
        torn = new Torn(writer.encode(blocks.next()));
      }
      for (int j = 0; j < 40; j++) {
        assertDamagedOrRead(torn.withBytesChanged(random));
      }
    }
  }

  @Test
  void noiseIsRefused() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      if (noise.length > 0) {
        noise[0] = Format.VERSION;
      }
      assertDamagedOrRead(noise);
    }
  }

  @Test
  void aReaderGoesOnAfterDamage() {
    byte[] chunk = chunk(9);
    byte[] cut = withChecksum(Arrays.copyOf(chunk, chunk.length - 4));
    assertThatThrownBy(() -> reader.decode(cut)).isInstanceOf(DamagedChunkException.class);
    try (ChunkReader other = new ChunkReader()) {
      Blocks.assertSame(reader.decode(chunk), other.decode(chunk));
    }
  }

  @Test
  void absurdSizesTakeNoMemory() {
    // samples, columns; kind, key, encoding, length
    assertDamaged(head(0, 1, 0, 0, 0, 2), "no samples");
    assertDamaged(head(3, 0), "no samples");
    assertDamaged(head(Long.MAX_VALUE, 1, 0, 0, 0, 2), "impossible number of samples");
    assertDamaged(head(1, Integer.MAX_VALUE, 0, 0, 0, 2), "impossible number of columns");
    assertDamaged(head(1, 1, 0, 0, 0, 1 << 25), "can't be in it");
    assertDamaged(head(1, 1, 0, 0, 0, -1), "impossible length");
    assertDamaged(head(1 << 26, 1, 0, 0, 0, 6), "impossible size");
  }

  @Test
  void impossibleDirectoriesAreRefused() {
    assertDamaged(head(1, 1, 1, 0, 0, 2), "numbers 0 out of order");
    assertDamaged(head(1, 2, 0, 0, 0, 2, 0, 1, 0, 2), "times out of order");
    assertDamaged(head(1, 1, 4, 0, 0, 2), "unknown kind 4");
    assertDamaged(head(1, 1, 0, 0, 1, 2), "encoding 1");
    assertDamaged(head(1, 2, 0, 0, 0, 2, 1, 2, 4, 0, 1, 10, 1), "numbers 0 are needed");
    assertDamaged(head(1, 2, 0, 0, 0, 2, 1, 2, 4, 2, 2, 10, 1), "a factor and a product");
    assertDamaged(head(1, 2, 0, 0, 0, 2, 1, 2, 4, 0, 1, 0, 1), "impossible divisor");
    assertDamaged(head(1, 2, 0, 0, 0, 2, 3, 0, 4, 9, 1), "numbers 9 are needed");
  }

  private static byte[] head(long... numbers) {
    Packer out = new Packer();
    Arrays.stream(numbers).forEach(out::unsigned);
    byte[] columns = Torn.deflated(new byte[64], 64);
    byte[] chunk = new byte[Format.HEADER + out.size() + columns.length];
    chunk[0] = Format.VERSION;
    System.arraycopy(out.array(), 0, chunk, Format.HEADER, out.size());
    System.arraycopy(columns, 0, chunk, Format.HEADER + out.size(), columns.length);
    return withChecksum(chunk);
  }

  private static byte[] chunk(long seed) {
    RandomBlocks blocks = new RandomBlocks(seed);
    Block block = blocks.next();
    while (block.size() < 50 || block.numbers().size() < 3 || block.vectors().isEmpty()) {
      block = blocks.next();
    }
    try (ChunkWriter writer = new ChunkWriter(blocks.layout())) {
      return writer.encode(block);
    }
  }

  private void assertDamaged(byte[] chunk, String reason) {
    assertThatThrownBy(() -> reader.decode(chunk))
        .isInstanceOf(DamagedChunkException.class)
        .hasMessageContaining(reason);
  }

  /** By whole and in part; any other exception fails the test. */
  private void assertDamagedOrRead(byte[] chunk) {
    byte[] checked = withChecksum(chunk);
    for (Choice choice : List.of(Choice.ALL, Choice.numbers(2), Choice.vectors(1))) {
      try {
        assertThat(reader.decode(checked, choice).size()).isPositive();
      } catch (DamagedChunkException e) {
        assertThat(e.getMessage()).startsWith("damaged chunk: ");
      }
    }
  }

  static byte[] withChecksum(byte[] chunk) {
    byte[] checked = chunk.clone();
    if (checked.length > Format.HEADER) {
      CRC32 checksum = new CRC32();
      checksum.update(checked, Format.HEADER, checked.length - Format.HEADER);
      for (int i = 1; i < Format.HEADER; i++) {
        checked[i] = (byte) (checksum.getValue() >>> (8 * (i - 1)));
      }
    }
    return checked;
  }
}
