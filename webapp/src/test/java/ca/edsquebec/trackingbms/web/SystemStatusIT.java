package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the installation is, for its administrators. */
@ExtendWith(PortalExtension.class)
class SystemStatusIT {

  private static final String PAGE = "/platform/system";

  private final Http http;
  private final Cast cast;
  private final Visitor visitor;

  SystemStatusIT(Portal portal) {
    http = portal.http();
    cast = new Cast(portal);
    visitor = new Visitor(http);
    visitor.signIn(cast.account(Who.PLATFORM_ADMIN));
  }

  @Test
  void checksWhenAskedToAndShowsWhatItFound() {
    Answer checked = visitor.send(PAGE + "/check", Map.of());
    assertThat(checked.status()).as(checked.body()).isEqualTo(303);
    Answer page = visitor.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("État du système", "Dernière vérification", "Connexions à la base")
        .contains("Aucun travail n’a encore été lancé par cron", "tbms cron print")
        .contains("health-check", "Jamais exécuté");
  }

  @Test
  void tellsProgramsTheSame() {
    visitor.send(PAGE + "/check", Map.of());
    JsonNode answer = http.get("/api/v1/system/status", cast.credential(Who.PLATFORM_ADMIN)).json();
    assertThat(answer.get("status").asText()).isIn("WARN", "FAIL");
    assertThat(answer.get("checkedAt").asText()).startsWith("20");
    JsonNode disk =
        StreamSupport.stream(answer.get("checks").spliterator(), false)
            .filter(check -> check.get("check").asText().equals("disk"))
            .findFirst()
            .orElseThrow();
    assertThat(disk.get("unit").asText()).isEqualTo("BYTES");
    assertThat(disk.get("value").asDouble()).isPositive();
    assertThat(disk.get("limit").asDouble()).isGreaterThan(disk.get("value").asDouble());
    assertThat(answer.get("jobs")).isNotEmpty();
    assertThat(answer.get("clients").findValuesAsText("client")).contains("acme", "boreal");
  }

  @Test
  void isForNobodyElse() {
    for (Who who : new Who[] {Who.CLIENT_ADMIN, Who.READ_KEY}) {
      assertThat(http.get("/api/v1/system/status", cast.credential(who)).status())
          .as(who.name())
          .isBetween(400, 404);
    }
  }
}
