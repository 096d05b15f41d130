package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit's page, its file and its JSON, for two clients. */
@ExtendWith(PortalExtension.class)
class AuditPageIT {

  private static final String PAGE = "/c/acme/admin/audit";

  private final Http http;
  private final String admin;
  private final Audit audit;
  private final Optional<TenantId> acme;
  private final Optional<TenantId> boreal;
  private final String object = "test:" + UUID.randomUUID();

  AuditPageIT(Portal portal) {
    http = portal.http();
    admin = portal.signIn(portal.acme().admin());
    audit = portal.installation().audit();
    acme = Optional.of(portal.acme().tenant());
    boreal = Optional.of(portal.boreal().tenant());
  }

  @Test
  void showsWhatWasDoneAndNothingOfAnotherClient() {
    record(acme, "=1+1", "<b>hostile</b>");
    record(boreal, "theirs", "theirs");
    Answer page = http.get(PAGE + "?object=" + object, admin, "Accept", "text/html");
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("Lieu ajouté", "&lt;b&gt;hostile&lt;/b&gt;", "Personne effacée (n° 999999)")
        .doesNotContain("<b>hostile", "theirs");
  }

  @Test
  void writesCellsThatNoSpreadsheetRunsAndRecordsThatItDid() {
    record(acme, "x", "y");
    Answer file = http.get(PAGE + "/csv?object=" + object, admin, "Accept", "text/csv");
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).contains("audit-acme.csv");
    assertThat(file.body().split("\r\n")).hasSize(2);
    assertThat(newest().at("/action").asText()).isEqualTo("audit-exported");
    assertThat(newest().at("/after/object").asText()).isEqualTo(object);
  }

  @Test
  void givesPagesOfJsonThatFollowEachOther() {
    for (int i = 0; i < 60; i++) {
      record(acme, "a", "b");
    }
    JsonNode first = json("?object=" + object);
    assertThat(first.at("/items")).hasSize(50);
    JsonNode second = json("?object=" + object + "&before=" + first.at("/next").asLong());
    assertThat(second.at("/items")).hasSize(10);
    assertThat(second.has("next")).isFalse();
    assertThat(second.at("/items/0/actor").asText()).isEqualTo("user:999999");
    assertThat(second.at("/items/0/before/v").asText()).isEqualTo("a");
  }

  @Test
  void refusesFiltersThatAreNone() {
    for (String query :
        new String[] {
          "?action=none",
          "?from=yesterday",
          "?before=-1",
          "?actor=x",
          "?to=%2B999999999-12-31",
          "?to=%2B10000-01-01",
          "?from=1969-12-31",
          "?from=-0001-01-01",
          "?object=" + "x".repeat(201)
        }) {
      assertThat(http.get("/api/v1/audit" + query, admin).status()).as(query).isEqualTo(400);
      assertThat(http.get(PAGE + query, admin, "Accept", "text/html").status())
          .as(query)
          .isLessThan(500);
    }
    String furthest = "?from=1970-01-01&to=9999-12-31&object=" + "x".repeat(200);
    assertThat(json(furthest).at("/items")).isEmpty();
  }

  @Test
  void offersNoWayToChangeAnEntry() {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      int status = http.send(method, "/api/v1/audit", admin, BodyPublishers.noBody()).status();
      assertThat(status).as(method).isEqualTo(405);
    }
  }

  private void record(Optional<TenantId> chain, String before, String after) {
    audit.record(
        chain,
        Actor.user(999999, "203.0.113.7"),
        new Change(Action.PLACE_ADDED, object, Map.of("v", before), Map.of("v", after)));
  }

  private JsonNode newest() {
    return json("").at("/items/0");
  }

  private JsonNode json(String query) {
    Answer answer = http.get("/api/v1/audit" + query, admin);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
