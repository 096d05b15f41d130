package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;

/** What holds for every change of what somebody may. */
final class Rules {

  private Rules() {}

  /** Nobody can give what he has not, nor touch who has more than he. */
  static void requireWithin(Membership giver, Membership... concerned) {
    for (Membership one : concerned) {
      if (!giver.includes(one)) {
        throw new RightsRefused(Reason.BEYOND_OWN);
      }
    }
  }

  static void requireAnother(Actor by, long userId) {
    if (by.kind() == Actor.Kind.USER && by.id().equals(Long.toString(userId))) {
      throw new RightsRefused(Reason.OWN);
    }
  }
}
