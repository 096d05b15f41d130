package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Principal;

/**
 * Our principal in the servlet API's clothes: Jersey and the WebSocket handshake carry it along.
 *
 * @param address where the request came from
 */
public record CallerPrincipal(Principal principal, String address)
    implements java.security.Principal {

  /** The same, for the record of what it changes. */
  public Actor actor() {
    Principal who = principal;
    if (who instanceof Principal.User user) {
      return Actor.user(user.id(), address);
    }
    if (who instanceof Principal.Share share) {
      return new Actor(Actor.Kind.SHARE, share.id(), address);
    }
    return new Actor(Actor.Kind.KEY, ((Principal.Key) who).id(), address);
  }

  @Override
  public String getName() {
    return principal.name();
  }
}
