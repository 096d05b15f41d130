package ca.edsquebec.trackingbms.telemetry.chunk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts: each distinct one once, then which one each sample has. */
final class Texts {

  private Texts() {}

  /**
   * @param present null when all are
   */
  static void write(Packer out, byte[][] rows, BitSet present) {
    if (present != null) {
      Presence.write(out, present, rows.length);
    }
    List<byte[]> distinct = new ArrayList<>();
    int[] positions = positions(rows, distinct);
    out.unsigned(distinct.size());
    for (byte[] text : distinct) {
      out.unsigned(text.length);
      out.bytes(text);
    }
    int before = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        out.difference(positions[row] - before);
        before = positions[row];
      }
    }
    out.endDifferences();
  }

  private static int[] positions(byte[][] rows, List<byte[]> distinct) {
    Map<ByteBuffer, Integer> known = new HashMap<>();
    int[] positions = new int[rows.length];
    byte[] before = null;
    int position = 0;
    for (int row = 0; row < rows.length; row++) {
      byte[] text = rows[row];
      if (text == null) {
        continue;
      }
      if (before == null || !Arrays.equals(text, before)) {
        position = known.computeIfAbsent(ByteBuffer.wrap(text), key -> known.size());
        if (position == distinct.size()) {
          distinct.add(text);
        }
        before = text;
      }
      positions[row] = position;
    }
    return positions;
  }

  static TextColumn read(Unpacker in, int key, int samples, boolean sparse) {
    BitSet present = sparse ? Presence.read(in, samples) : null;
    byte[][] distinct = new byte[in.within("number of texts", Math.min(samples, in.left()))][];
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = in.bytes(in.within("length of a text", in.left()));
    }
    byte[][] rows = new byte[samples][];
    long position = 0;
    for (int row = 0; row < samples; row++) {
      if (present == null || present.get(row)) {
        position += in.difference();
        if (position < 0 || position >= distinct.length) {
          throw new DamagedChunkException("no text of number " + position);
        }
        rows[row] = distinct[(int) position];
      }
    }
    in.endDifferences();
    return new TextColumn(key, rows);
  }
}
