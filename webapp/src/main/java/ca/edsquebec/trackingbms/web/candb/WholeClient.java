package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.web.security.Caller;

/** What a CAN database says concerns every battery of a client that is read by it. */
final class WholeClient {

  private WholeClient() {}

  /**
   * @throws jakarta.ws.rs.ForbiddenException for somebody who does not see all batteries
   */
  static void require(Caller caller) {
    caller.requireAllBatteries();
  }
}
