package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.BitSet;

/**
 * Vectors, turned over: one series for each place in the vector, since a cell resembles itself a
 * moment ago more than its neighbour.
 */
final class Vectors {

  private Vectors() {}

  /** One sample's number, or the one before where it has none, modulo 65536. */
  static short[] means(NumberColumn numbers) {
    long[] values = numbers.values();
    short[] means = new short[values.length];
    short before = 0;
    for (int row = 0; row < means.length; row++) {
      if (numbers.has(row)) {
        before = (short) values[row];
      }
      means[row] = before;
    }
    return means;
  }

  /**
   * @param means null when the numbers stand for themselves
   */
  static void write(Packer out, short[][] rows, int encoding, short[] means) {
    if ((encoding & Format.SPARSE) != 0) {
      Presence.write(out, presence(rows), rows.length);
    }
    int[] lengths = new int[rows.length];
    int before = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        lengths[row] = rows[row].length;
        out.difference(lengths[row] - before);
        before = lengths[row];
      }
    }
    out.endDifferences();
    Reach reach = new Reach(lengths);
    for (int place = 0; reach.to(place); place++) {
      writePlace(out, rows, reach, place, (encoding & Format.HOLES) != 0, means);
    }
  }

  static BitSet presence(Object[] rows) {
    BitSet present = new BitSet(rows.length);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        present.set(row);
      }
    }
    return present;
  }

  static boolean haveHoles(short[][] rows) {
    for (short[] row : rows) {
      if (row != null) {
        for (short number : row) {
          if (number == VectorColumn.ABSENT) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void writePlace(
      Packer out, short[][] rows, Reach reach, int place, boolean holes, short[] means) {
    if (holes) {
      BitSet known = new BitSet(reach.count);
      for (int i = 0; i < reach.count; i++) {
        known.set(i, rows[reach.rows[i]][place] != VectorColumn.ABSENT);
      }
      Presence.write(out, known, reach.count);
    }
    short before = 0;
    for (int i = 0; i < reach.count; i++) {
      int row = reach.rows[i];
      short value = rows[row][place];
      if (holes && value == VectorColumn.ABSENT) {
        continue;
      }
      short number = means == null ? value : (short) (value - means[row]);
      out.difference((short) (number - before));
      before = number;
    }
    out.endDifferences();
  }

  /** The lengths of the vectors; −1 where there is none. */
  static int[] readLengths(Unpacker in, int samples, boolean sparse) {
    BitSet present = sparse ? Presence.read(in, samples) : null;
    int[] lengths = new int[samples];
    long length = 0;
    for (int row = 0; row < samples; row++) {
      if (present != null && !present.get(row)) {
        lengths[row] = -1;
        continue;
      }
      length += in.difference();
      if (length < 0 || length > Format.MAX_VECTOR) {
        throw new DamagedChunkException("impossible length of a vector " + length);
      }
      lengths[row] = (int) length;
    }
    in.endDifferences();
    return lengths;
  }

  /**
   * @param lengths as {@link #readLengths} gave them
   * @param means null when the numbers stand for themselves
   */
  static short[][] read(Unpacker in, int[] lengths, boolean holes, short[] means) {
    short[][] rows = new short[lengths.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = lengths[row] < 0 ? null : new short[lengths[row]];
    }
    Reach reach = new Reach(lengths);
    for (int place = 0; reach.to(place); place++) {
      readPlace(in, rows, reach, place, holes, means);
    }
    return rows;
  }

  private static void readPlace(
      Unpacker in, short[][] rows, Reach reach, int place, boolean holes, short[] means) {
    BitSet known = holes ? Presence.read(in, reach.count) : null;
    short before = 0;
    for (int i = 0; i < reach.count; i++) {
      int row = reach.rows[i];
      if (known != null && !known.get(i)) {
        rows[row][place] = VectorColumn.ABSENT;
        continue;
      }
      before += (short) in.difference();
      rows[row][place] = means == null ? before : (short) (before + means[row]);
    }
    in.endDifferences();
  }

  /** The rows whose vector reaches to a place; places are asked for in order. */
  private static final class Reach {
    private final int[] lengths;
    private final int[] rows;
    private int count;

    Reach(int[] lengths) {
      this.lengths = lengths;
      rows = new int[lengths.length];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = row;
      }
      count = rows.length;
    }

    /** False when none does. */
    boolean to(int place) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (lengths[rows[i]] > place) {
          rows[kept++] = rows[i];
        }
      }
      count = kept;
      return kept > 0;
    }
  }
}
