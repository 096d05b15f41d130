package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;

/**
 * Our principal in the servlet API's clothes: Jersey and the WebSocket handshake carry it along.
 *
 * @param address where the request came from
 */
public record CallerPrincipal(Principal principal, String address)
    implements java.security.Principal {

  @Override
  public String getName() {
    return principal.name();
  }
}
