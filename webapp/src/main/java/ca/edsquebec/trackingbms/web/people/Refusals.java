package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Locale;

/** The words for what was refused. */
final class Refusals {

  private Refusals() {}

  static String text(RightsRefused refused, Texts texts) {
    return texts.of(
        "people.refused." + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
