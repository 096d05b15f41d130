package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.FactorState;
import ca.edsquebec.trackingbms.identity.KnownDevice;
import ca.edsquebec.trackingbms.identity.OpenSession;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.List;

/**
 * What the page of an account shows.
 *
 * @param current id of the session that looks at it
 * @param devices those that may go without the second factor
 * @param done key of the text that says what was done; empty when nothing was
 */
public record AccountView(
    String email,
    Form profile,
    Form password,
    FactorState factor,
    List<OpenSession> sessions,
    String current,
    List<KnownDevice> devices,
    String done) {

  /** What people call a browser, and what it runs on. */
  public String browser(String userAgent) {
    return BrowserName.of(userAgent);
  }
}
