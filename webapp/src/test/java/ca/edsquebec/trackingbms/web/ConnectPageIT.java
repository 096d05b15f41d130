package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An installer listens to a battery that sends, and turns the sign of its current. */
@ExtendWith(PortalExtension.class)
class ConnectPageIT {

  private final Portal portal;
  private final Cast cast;
  private final Visitor admin;

  ConnectPageIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.admin = new Visitor(portal.http());
    admin.signIn(cast.join(Membership.WHOLE));
  }

  @Test
  void showsWhatComesAndHowToSend() {
    Battery battery = battery("push");
    assertThat(admin.get(page(battery)).body())
        .contains("Rien n’est arrivé", "InfluxDB", "emoncms", "ThingsBoard", "$KEY")
        .doesNotContain("<code id=\"example-frames\"");
    sendCurrent(battery, -12);
    assertThat(admin.get(page(battery)).body())
        .contains("52,80\u00a0V", "−12,0\u00a0A")
        .doesNotContain("Rien n’est arrivé");
  }

  @Test
  void showsWhyFramesAreRefused() {
    Battery battery = battery("jbd");
    Answer sent =
        portal
            .http()
            .postText(
                "/api/v1/ingest/frames/jbd?battery=" + battery.code(),
                portal.acme().ingestKey(),
                "(1700000000.0) can0 not-a-frame\n");
    assertThat(sent.status()).isEqualTo(200);
    assertThat(admin.get(page(battery)).body())
        .contains("Trames refusées", "not-a-frame", "ingest/frames/jbd?battery=");
  }

  @Test
  void turnsTheSignOfTheCurrentAndBackAgain() {
    Battery battery = battery("push");
    assertThat(admin.send(page(battery) + "/invert", Map.of("inverted", "yes")).status())
        .isEqualTo(303);
    assertThat(admin.get(page(battery)).body()).contains("Ne plus inverser");
    sendCurrent(battery, -12);
    assertThat(admin.get(page(battery)).body()).contains("12,0\u00a0A").doesNotContain("−12,0");
    assertThat(admin.get("/c/acme/admin/audit").body())
        .contains("Connecteur d’une batterie modifié");
    admin.send(page(battery) + "/invert", Map.of("inverted", "no"));
    assertThat(admin.get(page(battery)).body()).doesNotContain("Ne plus inverser");
  }

  @Test
  void saysWhenTheEvidenceDoesNotSuffice() {
    Battery battery = battery("push");
    assertThat(admin.get(page(battery) + "?check=1").body()).contains("aucune conclusion");
    assertThat(admin.get(page(battery)).body()).doesNotContain("aucune conclusion");
  }

  @Test
  void correctsTheScaleWhereASettingDoesThat() {
    Battery battery = battery("can35x");
    sendTenfold(battery, "\"cellVoltageMin\":3.257,\"cellVoltageMax\":3.266");
    assertThat(admin.get(page(battery) + "?check=1").body())
        .contains("mauvaise échelle", "voltageScale=0.01", "Corriger l’échelle");
    assertThat(admin.send(page(battery) + "/rescale", Map.of("factor", "1000")).status())
        .isEqualTo(303);
    assertThat(settings(battery)).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThat(admin.send(page(battery) + "/rescale", Map.of("factor", "10.0")).status())
          .isEqualTo(303);
      assertThat(settings(battery)).isEqualTo(Map.of("voltageScale", "0.01"));
    }
    assertThat(admin.get(page(battery) + "?check=1").body())
        .as("what was read in the scale of before shows nothing of this one")
        .contains("aucune conclusion")
        .doesNotContain("mauvaise échelle");
    assertThat(admin.send(page(battery) + "/rescale", Map.of("factor", "ten")).status())
        .isEqualTo(400);
  }

  @Test
  void whatWasReadBeforeTheSignWasTurnedDoesNotTurnItBack() {
    Battery battery = battery("push");
    sendInverted(battery);
    assertThat(admin.get(page(battery) + "?check=1").body())
        .contains("Le courant semble inversé", "value=\"yes\"");
    admin.send(page(battery) + "/invert", Map.of("inverted", "yes"));
    assertThat(admin.get(page(battery) + "?check=1").body())
        .contains("aucune conclusion", "Ne plus inverser")
        .doesNotContain("Le courant semble inversé");
  }

  /** A minute in which the voltage falls whenever the current rises. */
  private void sendInverted(Battery battery) {
    long now = System.currentTimeMillis();
    for (int i = 12; i > 0; i--) {
      int sign = i % 2 == 0 ? 1 : -1;
      Answer sent =
          portal
              .http()
              .postJson(
                  "/api/v1/ingest/samples",
                  portal.acme().ingestKey(),
                  "{\"battery\":\"%s\",\"ts\":%d,\"packVoltage\":%d,\"current\":%d}"
                      .formatted(battery.code(), now - i * 5000L, 52 - sign, 60 * sign));
      assertThat(sent.json().at("/rejected")).as(sent.body()).isEmpty();
    }
  }

  @Test
  void saysWhereElseTheScaleIsCorrected() {
    String cells =
        "\"cellVoltages\":[3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26,3.26]";
    Battery push = battery("push");
    sendTenfold(push, cells);
    assertThat(admin.get(page(push) + "?check=1").body())
        .contains("mauvaise échelle", "envoie des volts")
        .doesNotContain("Corriger l’échelle");
    Battery jk = battery("jk");
    sendTenfold(jk, cells);
    assertThat(admin.get(page(jk) + "?check=1").body())
        .contains("mauvaise échelle", "pas de réglage d’échelle", "layout")
        .doesNotContain("Corriger l’échelle");
    assertThat(admin.send(page(jk) + "/rescale", Map.of("factor", "10")).status()).isEqualTo(303);
    assertThat(settings(jk)).isEmpty();
  }

  private Map<String, String> settings(Battery battery) {
    return cast.fleet()
        .battery(Viewer.system(portal.acme().tenant()), battery.uid())
        .connectorSettings();
  }

  /** A minute of a pack of 16 cells and ten times their 52.17 V. */
  private void sendTenfold(Battery battery, String cells) {
    long now = System.currentTimeMillis();
    for (int i = 12; i > 0; i--) {
      Answer sent =
          portal
              .http()
              .postJson(
                  "/api/v1/ingest/samples",
                  portal.acme().ingestKey(),
                  "{\"battery\":\"%s\",\"ts\":%d,\"packVoltage\":521.7,%s}"
                      .formatted(battery.code(), now - i * 5000L, cells));
      assertThat(sent.json().at("/rejected")).as(sent.body()).isEmpty();
    }
  }

  @Test
  void isNothingForOthers() {
    Battery battery = battery("push");
    Visitor user = new Visitor(portal.http());
    user.signIn(portal.acme().user());
    assertThat(user.get(page(battery)).status()).isEqualTo(403);
    assertThat(user.send(page(battery) + "/invert", Map.of("inverted", "yes")).status())
        .isEqualTo(403);
    assertThat(user.send(page(battery) + "/rescale", Map.of("factor", "10")).status())
        .isEqualTo(403);
    Visitor other = new Visitor(portal.http());
    other.signIn(portal.boreal().admin());
    String there = page(battery).replace("/acme/", "/boreal/");
    assertThat(other.get(there).status()).isEqualTo(404);
    assertThat(other.send(there + "/invert", Map.of("inverted", "yes")).status()).isEqualTo(404);
    assertThat(other.send(there + "/rescale", Map.of("factor", "10")).status()).isEqualTo(404);
  }

  private void sendCurrent(Battery battery, int amperes) {
    Answer sent =
        portal
            .http()
            .postText(
                "/influx/api/v2/write?org=any&bucket=any",
                portal.acme().ingestKey(),
                "battery,battery=%s voltage=52.8,current=%d".formatted(battery.code(), amperes));
    assertThat(sent.status()).isEqualTo(204);
  }

  private Battery battery(String connector) {
    String code = "CON-" + UUID.randomUUID().toString().substring(0, 8);
    Battery made =
        cast.fleet()
            .add(
                Actor.SYSTEM,
                portal.acme().tenant(),
                NewBattery.builder(code, "Essai", "Banc", connector).cellCount(16).build());
    cast.awaitKnown(portal.acme(), code);
    return made;
  }

  private static String page(Battery battery) {
    return "/c/acme/batteries/" + battery.uid() + "/connect";
  }
}
