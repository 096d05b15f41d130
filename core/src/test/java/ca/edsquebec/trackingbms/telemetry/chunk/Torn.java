package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A chunk whose columns can be changed beneath their compression. */
final class Torn {

  private final byte[] head;
  private final byte[] columns;

  Torn(byte[] chunk) {
    Unpacker in = new Unpacker(chunk, Format.HEADER, chunk.length);
    int[] ends = Directory.read(in).ends();
    head = Arrays.copyOf(chunk, in.position());
    columns = inflated(chunk, in.position(), ends[ends.length - 1]);
  }

  byte[] withBytesChanged(Random random) {
    byte[] changed = columns.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    byte[] compressed = deflated(changed, changed.length);
    byte[] chunk = Arrays.copyOf(head, head.length + compressed.length);
    System.arraycopy(compressed, 0, chunk, head.length, compressed.length);
    return chunk;
  }

  private static byte[] inflated(byte[] chunk, int from, int length) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(chunk, from, chunk.length - from);
      byte[] bytes = new byte[length];
      if (inflater.inflate(bytes) < length) {
        throw new IllegalStateException("inflated in parts");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }

  static byte[] deflated(byte[] bytes, int length) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      byte[] compressed = new byte[2 * length + 100];
      return Arrays.copyOf(compressed, deflater.deflate(compressed));
    } finally {
      deflater.end();
    }
  }
}
