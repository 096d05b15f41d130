package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.FactorState;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.List;

/**
 * What the page of the second factor shows: how to set it up, the backup codes right after they
 * were made, or how it is.
 *
 * @param key to be typed in; empty when it is on
 * @param qr the same as a drawing; null when it is on
 * @param codes to be written down, shown once; empty otherwise
 */
public record FactorView(
    FactorState state, Form form, String key, QrDrawing qr, List<String> codes) {

  @Override
  public String toString() {
    return "FactorView[" + state + "]";
  }
}
