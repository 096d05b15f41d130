package ca.edsquebec.trackingbms.maintenance.cleanup;

/**
 * What a step has deleted, or would.
 *
 * @param step its name
 * @param what what it is, in English, such as {@code log files}
 * @param count how many
 * @param bytes what they take; 0 where that is not known, as of rows
 */
public record Swept(String step, String what, long count, long bytes) {

  /** {@code 12 log files, 3 400 bytes}. */
  @Override
  public String toString() {
    return count + " " + what + (bytes == 0 ? "" : ", " + bytes + " bytes");
  }
}
