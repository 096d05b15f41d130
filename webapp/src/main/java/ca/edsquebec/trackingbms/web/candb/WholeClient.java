package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.ws.rs.ForbiddenException;

/** What a CAN database says concerns every battery of a client that is read by it. */
final class WholeClient {

  private WholeClient() {}

  /**
   * @throws ForbiddenException for somebody who does not see all batteries
   */
  static void require(Caller caller) {
    if (!caller.viewer().scope().all()) {
      throw new ForbiddenException("this takes somebody who sees all batteries of the client");
    }
  }
}
