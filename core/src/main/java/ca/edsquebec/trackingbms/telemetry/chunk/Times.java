package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Arrays;

/** Times: most devices keep a step, so only what differs from it is told. */
final class Times {

  private Times() {}

  static void write(Packer out, long[] times) {
    long step = usualStep(times);
    out.signed(times[0]);
    out.signed(step);
    for (int i = 1; i < times.length; i++) {
      out.difference(times[i] - times[i - 1] - step);
    }
    out.endDifferences();
  }

  private static long usualStep(long[] times) {
    if (times.length == 1) {
      return 0;
    }
    long[] steps = new long[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  static long[] read(Unpacker in, int samples) {
    long[] times = new long[samples];
    times[0] = in.signed();
    long step = in.signed();
    for (int i = 1; i < samples; i++) {
      times[i] = times[i - 1] + step + in.difference();
      if (times[i] <= times[i - 1]) {
        throw new DamagedChunkException("times out of order");
      }
    }
    in.endDifferences();
    return times;
  }
}
