package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import java.math.BigInteger;
import java.util.Map;

/** Writes frames for stories: names and raw integers in, text out. Bit by bit, for clarity. */
final class Frames {

  private Frames() {}

  /** A frame of that message in which all signals are 0 but these (name, raw, name, raw). */
  static String of(int id, Object... signals) {
    return of(false, id, signals);
  }

  static String of(boolean version10, int id, Object... signals) {
    CanMessage message = MessageMap.of(version10).get(id);
    long word = 0;
    for (int i = 0; i < signals.length; i += 2) {
      word |= place(message, (String) signals[i], ((Number) signals[i + 1]).longValue());
    }
    return "%03X#%016X".formatted(id, word).substring(0, 4 + 2 * message.length());
  }

  /** Finds the bits by asking which of the frame's 64 bits the signal reads. */
  private static long place(CanMessage message, String name, long raw) {
    var signal = message.signal(name);
    Map<Integer, Integer> placeOfWeight = new java.util.TreeMap<>();
    for (int bit = 0; bit < 64; bit++) {
      long seen = signal.raw(1L << bit);
      if (seen != 0) {
        placeOfWeight.put(BigInteger.valueOf(Math.abs(seen)).bitLength() - 1, bit);
      }
    }
    long word = 0;
    for (Map.Entry<Integer, Integer> e : placeOfWeight.entrySet()) {
      word |= (raw >> e.getKey() & 1) << e.getValue();
    }
    return word;
  }
}
