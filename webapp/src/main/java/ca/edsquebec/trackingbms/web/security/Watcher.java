package ca.edsquebec.trackingbms.web.security;

import java.util.function.Supplier;

/**
 * Who opened a WebSocket, with the means to ask again later.
 *
 * @param recheck whether the credentials of then still allow it now
 */
public record Watcher(Caller caller, Supplier<Boolean> recheck) implements java.security.Principal {

  @Override
  public String getName() {
    return caller.principal().name();
  }

  /** Asks again: the session may have ended, the permission been taken away. */
  public boolean mayStillWatch() {
    return recheck.get();
  }
}
