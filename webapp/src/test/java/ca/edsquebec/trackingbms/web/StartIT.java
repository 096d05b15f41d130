package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the WAR starts, and how it says that it can't. */
@ExtendWith(PortalExtension.class)
class StartIT {

  private static final String SENTENCE = "TrackingBMS does not start: ";

  private final Portal portal;
  private final TestInstallation installation;

  StartIT(Portal portal) {
    this.portal = portal;
    this.installation = portal.installation();
  }

  @Test
  void contextPathIsTheAdministratorsChoice() {
    try (PortalServer server =
        Portal.start(installation.environment(), "context", "/trackingbms")) {
      Http http = new Http(server.url());
      assertThat(server.url().getPath()).isEqualTo("/trackingbms");
      assertThat(http.get("/api/v1/health", null).json().get("status").asText()).isEqualTo("up");
      assertThat(http.get("/api/v1/batteries", portal.acme().readKey()).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TBMS_DB_URL, , TBMS_DB_URL",
    "TBMS_DB_URL, mysql://nowhere, TBMS_DB_URL",
    "TBMS_DB_USER, , TBMS_DB_USER",
    "TBMS_MASTER_KEY, , TBMS_MASTER_KEY",
    "TBMS_MASTER_KEY, c2hvcnQ=, TBMS_MASTER_KEY",
    "TBMS_DB_POOL, many, TBMS_DB_POOL",
    "TBMS_PUBLIC_URL, :::, TBMS_PUBLIC_URL",
    "TBMS_TYPO, 1, TBMS_TYPO"
  })
  void settingThatIsMissingOrWrongIsNamedInOneSentence(String name, String value, String named) {
    Map<String, String> settings = new HashMap<>(installation.environment());
    if (value == null) {
      settings.remove(name);
    } else {
      settings.put(name, value);
    }
    int before = portal.log().length();

    assertThatThrownBy(() -> Portal.start(settings, "broken", ""))
        .isInstanceOf(IllegalStateException.class);

    String said = portal.log().substring(before);
    assertThat(said).contains(SENTENCE);
    String sentence = said.substring(said.indexOf(SENTENCE)).lines().findFirst().orElseThrow();
    assertThat(sentence).contains(named);
    assertThat(portal.secrets()).noneMatch(said::contains);
    if (value != null && name.equals("TBMS_MASTER_KEY")) {
      assertThat(said).doesNotContain(value);
    }
  }

  @Test
  void databaseThatIsAwayIsAwaited() {
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.put("TBMS_DB_URL", "jdbc:mysql://127.0.0.1:1/nowhere");
    try (PortalServer server = Portal.start(settings, "away", "")) {
      Http.Answer health = new Http(server.url()).get("/api/v1/health", null);
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.header("Retry-After")).isNotEmpty();
      assertThat(health.body()).doesNotContain("127.0.0.1", "edsquebec", "Exception");
      Http.Answer ingest =
          new Http(server.url())
              .postJson("/api/v1/ingest/samples", portal.acme().ingestKey(), "[]");
      assertThat(ingest.status()).isEqualTo(503);
    }
  }
}
