package ca.edsquebec.trackingbms.telemetry;

import java.util.List;

/**
 * What became of the samples of one call: {@code accepted + duplicates + rejected.size()} is their
 * number.
 *
 * @param accepted stored by this call
 * @param duplicates there was a sample of that battery and time before, which stays as it is
 * @param rejected not stored, in the order given
 * @param warnings values left out of samples that were otherwise good, in the order given
 */
public record Receipt(
    int accepted, int duplicates, List<Rejection> rejected, List<Warning> warnings) {

  public Receipt {
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
  }

  /**
   * A sample that was not stored.
   *
   * @param index its position in the list given, from 0
   */
  public record Rejection(int index, String reason) {}

  /**
   * A value that was left out.
   *
   * @param index the position of its sample in the list given, from 0
   * @param metric its name, such as {@code packVoltage} or {@code cellVoltages[3]}
   * @param reason what is wrong with it, with the offending value
   */
  public record Warning(int index, String metric, String reason) {}
}
