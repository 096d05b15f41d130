package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.TcpRelay;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import java.net.URI;
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
  void databaseThatComesLaterIsAwaited() throws Exception {
    URI real = URI.create(installation.access().server().substring("jdbc:".length()));
    try (TcpRelay wire = new TcpRelay(real.getHost(), real.getPort())) {
      wire.cut();
      Map<String, String> settings = new HashMap<>(installation.environment());
      settings.computeIfPresent(
          "TBMS_DB_URL",
          (name, url) -> url.replace(real.getAuthority(), "127.0.0.1:" + wire.port()));
      try (PortalServer server = Portal.start(settings, "away", "")) {
        Http http = new Http(server.url());
        String key = portal.acme().key();
        assertAway(http.get("/api/v1/health", null));
        assertAway(http.postJson("/api/v1/ingest/samples", key, "[]"));

        wire.mend();

        assertThat(http.get("/api/v1/health", null).status()).isEqualTo(200);
        assertThat(http.postJson("/api/v1/ingest/samples", key, "[]").status()).isEqualTo(200);
        assertThat(http.get("/api/v1/batteries", key).status()).isEqualTo(200);
      }
    }
  }

  private static void assertAway(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("127.0.0.1", "edsquebec", "Exception");
  }
}
