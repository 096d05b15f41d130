package ca.edsquebec.trackingbms.intake;

import java.util.List;

/**
 * What became of the points of one request.
 *
 * @param samples cut from them and stored, now or before
 * @param duplicates how many of those had been stored before
 * @param rejected samples refused for their time, or since nothing of them can be true
 * @param warnings values left out of samples that were otherwise good
 */
public record PushReceipt(int samples, int duplicates, List<Told> rejected, List<Told> warnings) {

  public PushReceipt {
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
  }

  /**
   * @param place of the newest point that is in the sample
   * @param reason with the offending value
   */
  public record Told(long place, String reason) {}
}
