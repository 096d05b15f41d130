package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads chunks. Not for use by several threads; holds memory outside the heap until closed. Bytes
 * of any kind give a block or a {@link DamagedChunkException}, nothing else.
 */
public final class ChunkReader implements AutoCloseable {

  /** Deflate makes nothing shorter than this. */
  private static final long MOST_INFLATED = 1032;

  private final Inflater inflater = new Inflater(true);
  private byte[] columns = {};

  /** The whole block. */
  public Block decode(byte[] chunk) {
    return decode(chunk, Choice.ALL);
  }

  /** The times, and of the columns only those wanted. */
  public Block decode(byte[] chunk, Choice choice) {
    Unpacker in = checked(chunk);
    Directory directory = Directory.read(in);
    int wanted = directory.endOf(choice);
    inflate(chunk, in.position(), wanted);
    return new ColumnReader(directory, columns).block(choice);
  }

  private static Unpacker checked(byte[] chunk) {
    Unpacker in = new Unpacker(chunk, 0, chunk.length);
    int version = in.oneByte();
    if (version != Format.VERSION) {
      throw new DamagedChunkException("unknown version " + version);
    }
    long stored = 0;
    for (int i = 1; i < Format.HEADER; i++) {
      stored |= (long) in.oneByte() << (8 * (i - 1));
    }
    CRC32 checksum = new CRC32();
    checksum.update(chunk, Format.HEADER, chunk.length - Format.HEADER);
    if (checksum.getValue() != stored) {
      throw new DamagedChunkException("wrong checksum");
    }
    return in;
  }

  private void inflate(byte[] chunk, int from, int wanted) {
    if (wanted > MOST_INFLATED * (chunk.length - from)) {
      throw new DamagedChunkException("cut short: " + wanted + " bytes can't be in it");
    }
    if (columns.length < wanted) {
      columns = new byte[wanted];
    }
    inflater.reset();
    inflater.setInput(chunk, from, chunk.length - from);
    try {
      int size = 0;
      while (size < wanted) {
        int more = inflater.inflate(columns, size, wanted - size);
        if (more == 0) {
          throw new DamagedChunkException("cut short: " + size + " of " + wanted + " bytes");
        }
        size += more;
      }
    } catch (DataFormatException e) {
      throw new DamagedChunkException("not compressed as it should be", e);
    }
  }

  /** Gives back the memory; nothing can be decoded any more. */
  @Override
  public void close() {
    inflater.end();
  }
}
