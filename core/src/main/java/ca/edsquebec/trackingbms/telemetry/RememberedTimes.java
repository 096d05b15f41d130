package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times of many samples in few bytes, as chunks without columns: a year of one each 5 s takes some
 * kilobytes when the device keeps its step, some megabytes when it does not.
 */
final class RememberedTimes {

  /** A chunk has a limit. */
  private static final int AT_ONCE = 50_000;

  private final List<byte[]> pieces = new ArrayList<>();

  /**
   * @param times growing, and later than all before
   */
  void add(long[] times, ChunkWriter writer) {
    for (int from = 0; from < times.length; from += AT_ONCE) {
      long[] some = Arrays.copyOfRange(times, from, Math.min(times.length, from + AT_ONCE));
      pieces.add(writer.encode(new Block(some, List.of(), List.of(), List.of())));
    }
  }

  /** Hands all of them over, in order. */
  void forEach(Sink<long[]> out) throws IOException {
    try (ChunkReader reader = new ChunkReader()) {
      for (byte[] piece : pieces) {
        out.write(reader.decode(piece).times());
      }
    }
  }
}
