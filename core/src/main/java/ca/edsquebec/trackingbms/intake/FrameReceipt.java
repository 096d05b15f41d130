package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Tally;
import java.util.List;
import java.util.OptionalLong;

/**
 * What became of the frames of one request: {@code decoded + ignored + invalidCount} is {@code
 * frames}.
 *
 * @param frames all of them, unreadable pieces included
 * @param decoded understood
 * @param ignored well-formed and of no interest
 * @param invalidCount all that could not be decoded
 * @param invalid the first of those
 * @param samples cut from these frames and stored, now or before
 * @param duplicates how many of them had been stored before
 * @param rejected samples refused for their time, by reason
 * @param durableUntil frame time, epoch milliseconds, up to which all is stored: frames after it
 *     should be sent again when in doubt; empty before the first snapshot
 * @param since frame time, epoch milliseconds, of the first frame that the battery's state goes
 *     back to: what was sent before that and is not durable was forgotten, and should be sent
 *     again. Empty when all frames were backlog, each request of which stands by itself
 * @param said whether any of them said something about the battery: noise may decode
 */
public record FrameReceipt(
    long frames,
    long decoded,
    long ignored,
    long invalidCount,
    List<Tally.Invalid> invalid,
    int samples,
    int duplicates,
    List<RejectedSample> rejected,
    OptionalLong durableUntil,
    OptionalLong since,
    boolean said) {

  /**
   * @param ts of the sample, epoch milliseconds
   */
  public record RejectedSample(long ts, String reason) {}
}
