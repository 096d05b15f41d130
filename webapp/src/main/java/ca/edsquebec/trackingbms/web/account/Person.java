package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;

/** Whose account it is: of the person who asks, and nobody else's. */
record Person(Principal.User user, Actor actor) {

  /**
   * @throws ForbiddenException when a key asks
   */
  static Person of(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.User user) {
      return new Person(user, Actor.user(user.id(), request.getRemoteAddr()));
    }
    throw new ForbiddenException("a key has no account");
  }

  long id() {
    return user.id();
  }
}
