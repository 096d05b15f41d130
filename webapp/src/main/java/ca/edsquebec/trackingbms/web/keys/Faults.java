package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Texts;

/** What is wrong with a field, in the language of the page. */
final class Faults {

  private Faults() {}

  /**
   * @param fault of one of the fields that the page's forms have
   */
  static String words(InvalidException fault, Texts texts) {
    return switch (fault.field()) {
      case "name" -> texts.of("keys.wrong.name");
      case "scopes" -> texts.of("keys.wrong.scopes");
      case "batteries" -> texts.of("keys.wrong.batteries", fault.getMessage());
      case "days", "expiresAt" -> texts.of("keys.wrong.days");
      default -> texts.of("keys.wrong.access");
    };
  }
}
