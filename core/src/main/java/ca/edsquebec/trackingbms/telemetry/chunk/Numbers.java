package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.BitSet;

/** Numbers, each as its difference from the one before or from a product of two others. */
final class Numbers {

  /** What a number is expected to be; the arithmetic may overflow, for a reader's does so too. */
  record Factors(NumberColumn a, NumberColumn b, long divisor) {

    boolean at(int row) {
      return a.has(row) && b.has(row);
    }

    long product(int row) {
      return Math.floorDiv(a.values()[row] * b.values()[row] + divisor / 2, divisor);
    }
  }

  private Numbers() {}

  /**
   * @param present null when all are
   * @param factors null when none are known
   */
  static void write(Packer out, long[] values, BitSet present, Factors factors) {
    if (present != null) {
      Presence.write(out, present, values.length);
    }
    long before = 0;
    for (int row = 0; row < values.length; row++) {
      if (present != null && !present.get(row)) {
        continue;
      }
      long value = values[row];
      boolean known = factors != null && factors.at(row);
      out.difference(value - (known ? factors.product(row) : before));
      before = value;
    }
    out.endDifferences();
  }

  /**
   * @param factors null when none are expected
   */
  static NumberColumn read(Unpacker in, int key, int samples, boolean sparse, Factors factors) {
    BitSet present = sparse ? Presence.read(in, samples) : null;
    long[] values = new long[samples];
    long before = 0;
    for (int row = 0; row < samples; row++) {
      if (present != null && !present.get(row)) {
        continue;
      }
      boolean known = factors != null && factors.at(row);
      before = in.difference() + (known ? factors.product(row) : before);
      values[row] = before;
    }
    in.endDifferences();
    return new NumberColumn(key, values, present);
  }
}
