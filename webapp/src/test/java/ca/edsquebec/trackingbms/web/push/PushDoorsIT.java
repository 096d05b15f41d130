package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes to the addresses of foreign formats without a key. */
@ExtendWith(PortalExtension.class)
class PushDoorsIT {

  private final Portal portal;
  private final TestBattery battery;

  PushDoorsIT(Portal portal) {
    this.portal = portal;
    this.battery = portal.battery();
  }

  @Test
  void cookieOfABrowserCountsForNothing() {
    Visitor visitor = new Visitor(portal.http());
    assertThat(visitor.signIn(portal.acme().admin()).status()).isEqualTo(303);
    assertThat(visitor.get("/account").status()).isEqualTo(200);
    Answer byAddress = visitor.get("/emoncms/input/post?csv=1&node=" + battery.code());
    assertThat(byAddress.status()).isEqualTo(401);
    Answer byForm = visitor.send("/emoncms/input/post", Map.of("csv", "1", "node", battery.code()));
    assertThat(byForm.status()).isEqualTo(401);
    assertThat(portal.storedSamples(battery)).isZero();
  }

  @Test
  void personMayNotSend() {
    String token = portal.signIn(portal.acme().admin());
    Answer answer = portal.http().get("/emoncms/input/post?csv=1", token);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("message").asText()).contains("INGEST");
  }
}
