package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One file of blocks, each behind its length and its checksum. What a power cut left half written
 * at the end is cut off when it is opened. For one thread.
 */
final class Segment implements AutoCloseable {

  private static final int HEAD = 8;
  private static final int MAX_BLOCK = 64 << 20;

  private final long number;
  private final Path file;

  /** No channel: that would be closed when a thread is interrupted that reads. */
  private final RandomAccessFile content;

  private final long cut;
  private long size;
  private long newestMillis = Long.MIN_VALUE;
  private Mark mark = Mark.NONE;
  private boolean unsynced;

  /** Reads what it has. */
  Segment(long number, Path file) throws IOException {
    this.number = number;
    this.file = file;
    content = new RandomAccessFile(file.toFile(), "rw");
    for (Optional<Block> next = read(0); next.isPresent(); next = read(size)) {
      Block block = next.get();
      size += length(size);
      noted(block);
    }
    cut = content.length() - size;
    content.setLength(size);
  }

  private void noted(Block block) {
    newestMillis = Math.max(newestMillis, block.newestMillis());
    mark = block.mark();
  }

  /** On return the system has it: it outlives this program, though not yet a power cut. */
  void append(Block block) throws IOException {
    byte[] bytes = block.toBytes();
    ByteBuffer whole = ByteBuffer.allocate(HEAD + bytes.length);
    whole.putInt(bytes.length).putInt(checksum(bytes)).put(bytes).flip();
    try {
      content.seek(size);
      content.write(whole.array());
    } catch (IOException e) {
      // Else the next block would stand behind half a one.
      content.setLength(size);
      throw e;
    }
    size += whole.capacity();
    unsynced = true;
    noted(block);
  }

  void sync() throws IOException {
    if (unsynced) {
      unsynced = false;
      content.getFD().sync();
    }
  }

  /** The block at that place; empty at the end, or where there is no whole one. */
  Optional<Block> read(long at) throws IOException {
    int length = (int) length(at) - HEAD;
    if (length < 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + length);
    if (!fill(bytes.array(), at) || bytes.getInt(4) != checksum(bytes.array(), HEAD, length)) {
      return Optional.empty();
    }
    byte[] block = new byte[length];
    bytes.get(HEAD, block);
    return Optional.of(Block.of(block));
  }

  /** Bytes that the block there takes; 0 where there can't be one. */
  long length(long at) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    if (!fill(head.array(), at)) {
      return 0;
    }
    int length = head.getInt(0);
    boolean possible = length > 0 && length <= MAX_BLOCK && at + HEAD + length <= content.length();
    return possible ? HEAD + (long) length : 0;
  }

  private boolean fill(byte[] buffer, long from) throws IOException {
    if (from + buffer.length > content.length()) {
      return false;
    }
    content.seek(from);
    content.readFully(buffer);
    return true;
  }

  private static int checksum(byte[] bytes) {
    return checksum(bytes, 0, bytes.length);
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  long number() {
    return number;
  }

  /** In bytes. */
  long size() {
    return size;
  }

  /** Bytes that were cut off when it was opened. */
  long cut() {
    return cut;
  }

  /** Of the newest frame, epoch milliseconds. */
  long newestMillis() {
    return newestMillis;
  }

  /** Of the last block. */
  Mark mark() {
    return mark;
  }

  void delete() throws IOException {
    content.close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    sync();
    content.close();
  }
}
