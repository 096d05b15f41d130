package ca.edsquebec.trackingbms.web.push;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tests of push formats ask of a portal. */
final class PushPortal {

  private final Portal portal;

  PushPortal(Portal portal) {
    this.portal = portal;
  }

  /** A key of acme that may send for that battery alone. */
  String keyFor(TestBattery battery) {
    return portal
        .key(
            portal.acme().tenant(),
            new KeyWish(
                "Passerelle",
                Set.of(Scope.INGEST),
                BatteryAccess.batteries(Set.of(battery.id())),
                Optional.empty()))
        .text();
  }

  /** What it is called where only small letters, digits and underscores are allowed. */
  String slug(TestBattery battery) {
    return battery.code().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** What its client sees of that battery now. */
  JsonNode latest(TestBattery battery) {
    Map<String, String> keys =
        Map.of("acme", portal.acme().readKey(), "boreal", portal.boreal().readKey());
    return portal.http().get(battery.path("/latest"), keys.get(battery.client())).json();
  }
}
