package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.BitSet;

/** Which samples have a value: how many have none, then how many have one, and so on. */
final class Presence {

  private Presence() {}

  static void write(Packer out, BitSet present, int samples) {
    boolean one = false;
    for (int at = 0; at < samples; one = !one) {
      int next = one ? present.nextClearBit(at) : present.nextSetBit(at);
      int end = next < 0 ? samples : Math.min(next, samples);
      out.unsigned(end - at);
      at = end;
    }
  }

  static BitSet read(Unpacker in, int samples) {
    BitSet present = new BitSet(samples);
    boolean one = false;
    for (int at = 0; at < samples; one = !one) {
      int run = in.within("run of samples", samples - at);
      if (run == 0 && at > 0) {
        throw new DamagedChunkException("impossible run of no samples");
      }
      if (one) {
        present.set(at, at + run);
      }
      at += run;
    }
    return present;
  }
}
