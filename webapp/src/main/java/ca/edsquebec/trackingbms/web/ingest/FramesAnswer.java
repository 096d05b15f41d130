package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.Tally;
import ca.edsquebec.trackingbms.intake.FrameReceipt;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What became of a request's frames.
 *
 * @param invalid the first of those that could not be decoded
 * @param invalidCount all of them
 * @param samples cut from these frames and stored, now or before
 * @param duplicates how many of those had been stored before
 * @param rejected samples refused for their time; absent when there are none
 * @param durableUntil frame time, epoch milliseconds, up to which all is stored; null before the
 *     first sample
 * @param since frame time, epoch milliseconds, of the first frame that the battery's state goes
 *     back to: what was sent before it and is not durable was forgotten by a restart. Null when all
 *     frames were older than what is known
 */
record FramesAnswer(
    long frames,
    long decoded,
    long ignored,
    List<Tally.Invalid> invalid,
    long invalidCount,
    int samples,
    int duplicates,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FrameReceipt.RejectedSample> rejected,
    Long durableUntil,
    Long since) {

  static FramesAnswer of(FrameReceipt receipt) {
    return new FramesAnswer(
        receipt.frames(),
        receipt.decoded(),
        receipt.ignored(),
        receipt.invalid(),
        receipt.invalidCount(),
        receipt.samples(),
        receipt.duplicates(),
        receipt.rejected(),
        orNull(receipt.durableUntil()),
        orNull(receipt.since()));
  }

  private static Long orNull(OptionalLong time) {
    return time.isPresent() ? time.getAsLong() : null;
  }

  /** The same as members of a problem. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("frames", frames);
    counts.put("decoded", decoded);
    counts.put("ignored", ignored);
    counts.put("invalid", invalid);
    counts.put("invalidCount", invalidCount);
    counts.put("samples", samples);
    counts.put("duplicates", duplicates);
    if (durableUntil != null) {
      counts.put("durableUntil", durableUntil);
    }
    return counts;
  }
}
