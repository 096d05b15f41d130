package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes chunks, as {@link Format} describes them. Not for use by several threads; holds memory
 * outside the heap until closed.
 */
public final class ChunkWriter implements AutoCloseable {

  private final ColumnWriter writer;
  private final Packer head = new Packer();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

  public ChunkWriter(Layout layout) {
    writer = new ColumnWriter(layout);
  }

  /**
   * The chunk of a block: {@link ChunkReader} gives the same one back, columns in order of their
   * keys and without those that are all absent.
   *
   * @throws IllegalArgumentException for a block without samples, times that do not grow, a column
   *     of another length, a key that is negative or there twice, or more than a reader would hold
   *     (64 MiB in memory: more than a hundred thousand usual samples)
   */
  public byte[] encode(Block block) {
    BlockCheck.check(block);
    writer.write(block);
    head.clear();
    head.unsigned(block.size());
    head.unsigned(writer.directory().size());
    for (Entry entry : writer.directory()) {
      entry.write(head);
    }
    byte[] chunk = compressed(Format.HEADER + head.size());
    System.arraycopy(head.array(), 0, chunk, Format.HEADER, head.size());
    chunk[0] = Format.VERSION;
    CRC32 checksum = new CRC32();
    checksum.update(chunk, Format.HEADER, chunk.length - Format.HEADER);
    for (int i = 1; i < Format.HEADER; i++) {
      chunk[i] = (byte) (checksum.getValue() >>> (8 * (i - 1)));
    }
    return chunk;
  }

  /** The columns behind so many bytes that are free. */
  private byte[] compressed(int free) {
    Packer columns = writer.columns();
    deflater.reset();
    deflater.setInput(columns.array(), 0, columns.size());
    deflater.finish();
    byte[] chunk = new byte[free + columns.size() / 2 + 64];
    int size = free;
    while (!deflater.finished()) {
      if (size == chunk.length) {
        chunk = Arrays.copyOf(chunk, 2 * size);
      }
      size += deflater.deflate(chunk, size, chunk.length - size);
    }
    return Arrays.copyOf(chunk, size);
  }

  /** Gives back the memory; nothing can be encoded any more. */
  @Override
  public void close() {
    deflater.end();
  }
}
