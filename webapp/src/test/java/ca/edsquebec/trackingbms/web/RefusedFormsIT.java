package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.web.security.ForeignFormats;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Access;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The address that takes a form, asked for itself: by the link to the other language, by hand. */
@ExtendWith(PortalExtension.class)
class RefusedFormsIT {

  private static final int MOST_STEPS = 3;

  private final Portal portal;
  private final TestBattery battery;
  private final Visitor member;
  private final Visitor platform;
  private final String role;
  private final String gateway;
  private final String canDatabase;

  RefusedFormsIT(Portal portal) {
    this.portal = portal;
    battery = portal.battery();
    member = new Visitor(portal.http());
    member.signIn(portal.acme().admin());
    platform = new Visitor(portal.http());
    platform.signIn(new Cast(portal).account(Who.PLATFORM_ADMIN));
    role =
        new Roles(
                portal.installation().databases().registry(),
                portal.installation().audit(),
                Clock.systemUTC())
            .create(
                Actor.SYSTEM,
                Membership.WHOLE,
                portal.acme().tenant(),
                "Rôle " + UUID.randomUUID(),
                Set.of())
            .id();
    gateway =
        portal
            .http()
            .postJson(
                "/api/v1/gateways",
                portal.signIn(portal.acme().admin()),
                "{\"code\":\"g-%s\"}".formatted(UUID.randomUUID()),
                "X-Client",
                "acme")
            .json()
            .get("id")
            .asText();
    String dbc = "BO_ 512 Pack: 8 X\n SG_ V : 7|16@0+ (1,0) [0|0] \"V\" X\n";
    canDatabase =
        member
            .sendFile(
                "/c/acme/admin/can-databases",
                "file",
                UUID.randomUUID() + ".dbc",
                dbc.getBytes(StandardCharsets.UTF_8))
            .header("Location")
            .replaceFirst(".*/([^?]+).*", "$1");
  }

  @Test
  void everyAddressThatOnlyTakesAFormLeadsToAPageInTheLanguageAskedFor() {
    List<Endpoint> all = Endpoints.all();
    Set<String> shown =
        all.stream()
            .filter(endpoint -> endpoint.method().equals("GET"))
            .map(Endpoint::path)
            .collect(Collectors.toSet());
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Endpoint endpoint : all) {
      boolean onlyTakes =
          endpoint.method().equals("POST")
              && !endpoint.path().startsWith("/api/")
              && ForeignFormats.at(filled(endpoint)).isEmpty()
              && !shown.contains(endpoint.path())
              && !endpoint.path().equals("/logout");
      if (onlyTakes) {
        asked++;
        Answer page = followed(endpoint, filled(endpoint) + "?lang=en&client=acme");
        if (page.status() != 200 || !page.body().contains("<html lang=\"en-CA\"")) {
          wrong.add(endpoint + " leads to " + page.status());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(30);
  }

  @Test
  void theLanguageLinkOfARefusedFormShowsTheFormAgain() {
    Answer refused =
        member.send("/account/password", Map.of("current", "x", "password", "y", "again", "z"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("/account/password?lang=en");
    Answer led = member.get("/account/password?lang=en");
    assertThat(led.status()).isEqualTo(303);
    assertThat(led.header("Location")).endsWith("/account?lang=en");
    assertThat(member.get("/account?lang=en").body()).contains("lang=\"en-CA\"");
  }

  private Answer followed(Endpoint endpoint, String path) {
    Visitor visitor = endpoint.access() == Access.PLATFORM ? platform : member;
    Answer answer = visitor.get(path);
    for (int i = 0; i < MOST_STEPS && answer.status() == 303; i++) {
      URI to = URI.create(answer.header("Location"));
      answer =
          visitor.get(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
    }
    return answer;
  }

  private String filled(Endpoint endpoint) {
    String admin =
        new Members(
                portal.installation().databases().registry(),
                portal.installation().audit(),
                Clock.systemUTC())
            .list(portal.acme().tenant()).stream()
                .filter(one -> one.email().equals(portal.acme().admin().email()))
                .map(one -> Long.toString(one.id()))
                .findFirst()
                .orElseThrow();
    String path =
        endpoint
            .path()
            .replace("{user}", admin)
            .replace("{slug}", "acme")
            .replace("{role}", role)
            .replace("gateways/{id}", "gateways/" + gateway)
            .replace("can-databases/{id}", "can-databases/" + canDatabase);
    return new Endpoint(endpoint.method(), path, null, endpoint.access(), endpoint.permission())
        .pathOf(battery);
  }
}
