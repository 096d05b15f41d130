package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.BitSet;

/**
 * One whole number a sample, of any size; or none.
 *
 * @param key 0 or more
 * @param values 0 where absent
 * @param present the samples that have one; null when all have
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberColumn(int key, long[] values, BitSet present) {

  public boolean has(int row) {
    return present == null || present.get(row);
  }
}
