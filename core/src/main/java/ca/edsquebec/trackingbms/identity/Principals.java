package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.EntityManager;

/** Makes the person out of a session: the one place that says what somebody who signed in may. */
final class Principals {

  private Principals() {}

  /**
   * @param session a live one
   */
  static Principal.User of(EntityManager em, SessionRow session) {
    UserRow user = session.user();
    return new Principal.User(
        user.id(),
        user.email(),
        user.displayName(),
        user.locale(),
        Accounts.memberships(em, user),
        session.id());
  }
}
