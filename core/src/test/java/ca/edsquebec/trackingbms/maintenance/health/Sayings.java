package ca.edsquebec.trackingbms.maintenance.health;

/** What a check said, in two words that a test reads well. */
final class Sayings {

  private Sayings() {}

  /**
   * @param name of the check, with {@code /subject} where it has one
   */
  static String told(Health health, String name) {
    return health.states().stream()
        .map(State::finding)
        .filter(
            finding ->
                (finding.subject().isEmpty()
                        ? finding.check()
                        : finding.check() + "/" + finding.subject())
                    .equals(name))
        .map(finding -> finding.status() + " " + finding.cause())
        .findFirst()
        .orElse("not there");
  }
}
