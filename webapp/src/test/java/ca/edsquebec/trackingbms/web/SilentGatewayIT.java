package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway falls silent, and what is behind it with it: the dashboard says so once. */
@ExtendWith(PortalExtension.class)
class SilentGatewayIT {

  private static final String MUTE = "Passerelle muette";

  private final Portal portal;
  private final String code = "quai-" + UUID.randomUUID().toString().substring(0, 8);

  SilentGatewayIT(Portal portal) {
    this.portal = portal;
  }

  @Test
  void isOneLineForItsClientAndNothingForOthers() throws Exception {
    TestBattery first = portal.battery();
    TestBattery second = portal.battery();
    String key = portal.key(portal.acme().tenant(), KeyWish.of(code, Set.of(Scope.INGEST))).text();
    send(first, key);
    send(second, key);
    Visitor admin = visitor(portal.acme().admin());
    // The shortest that it can be set to.
    String page = "/c/acme/admin/gateways/" + uid(admin);
    Map<String, String> minute =
        Map.of("name", code, "silent", "1", "batteries", first.code() + "\n" + second.code());
    assertThat(admin.send(page, minute).status()).isEqualTo(303);
    assertThat(toHandle(admin)).doesNotContain(code);

    String line = awaitLine(admin);
    assertThat(line.split(code, -1)).as("one line").hasSize(2);
    String own = line.substring(line.indexOf(code));
    assertThat(own.substring(0, own.indexOf("</li>"))).contains(MUTE, "2 batteries derrière elle");
    assertThat(line).doesNotContain(first.id(), second.id());

    assertThat(dashboard(visitor(portal.boreal().admin()), "boreal")).doesNotContain(code);
    Cast cast = new Cast(portal);
    Visitor elsewhere = visitor(cast.at(cast.place("Ailleurs que sur un quai")));
    assertThat(dashboard(elsewhere, "acme")).doesNotContain(code, MUTE);

    send(first, key);
    assertThat(toHandle(admin)).as("in contact again").doesNotContain(code);
  }

  private void send(TestBattery battery, String key) {
    Answer sent =
        portal
            .http()
            .postJson(
                "/api/v1/ingest/samples",
                key,
                battery.sample(System.currentTimeMillis(), "soc", 50),
                "X-TBMS-Gateway",
                code);
    assertThat(sent.status()).isEqualTo(200);
  }

  private Visitor visitor(Account account) {
    Visitor visitor = new Visitor(portal.http());
    visitor.signIn(account);
    return visitor;
  }

  private String uid(Visitor visitor) {
    Answer all =
        portal
            .http()
            .get("/api/v1/gateways", null, "Cookie", visitor.cookies(), "X-Client", "acme");
    for (JsonNode one : all.json()) {
      if (one.get("code").asText().equals(code)) {
        return one.get("id").asText();
      }
    }
    throw new AssertionError("no such gateway in " + all.body());
  }

  private static String dashboard(Visitor visitor, String client) {
    Answer page = visitor.get("/c/" + client);
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  /** The part of the dashboard that says what is to be looked at first. */
  private static String toHandle(Visitor visitor) {
    String part = dashboard(visitor, "acme").split("data-refresh=\"to-handle\"", 2)[1];
    int end = part.indexOf("</ul>");
    return end < 0 ? "" : part.substring(0, end);
  }

  private String awaitLine(Visitor visitor) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (System.nanoTime() < until) {
      String shown = toHandle(visitor);
      if (shown.contains(code)) {
        return shown;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new AssertionError("it was never told to be silent");
  }
}
