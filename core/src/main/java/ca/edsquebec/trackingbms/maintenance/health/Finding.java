package ca.edsquebec.trackingbms.maintenance.health;

/**
 * What a check has found about one thing.
 *
 * @param check name of the check
 * @param subject which of several things: a client's short name, a job, a disk; empty for the
 *     installation
 * @param cause why it stands so; with the check it names the text that says what to do
 * @param detail what the text needs beside the measure, such as a version; at most 200 characters
 */
public record Finding(
    String check, String subject, Status status, String cause, Measure measure, String detail) {

  static final int DETAIL = 200;

  public Finding {
    detail = detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail;
  }

  static Finding of(String check, Status status, String cause, Measure measure) {
    return new Finding(check, "", status, cause, measure, "");
  }

  /** Not set up, or not to be told. */
  static Finding unknown(String check, String cause) {
    return of(check, Status.UNKNOWN, cause, Measure.NONE);
  }

  Finding about(String subject) {
    return new Finding(check, subject, status, cause, measure, detail);
  }

  Finding with(String detail) {
    return new Finding(check, subject, status, cause, measure, detail);
  }
}
