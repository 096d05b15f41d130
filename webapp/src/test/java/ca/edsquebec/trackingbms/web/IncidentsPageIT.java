package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register of incidents, as an administrator of the platform keeps it. */
@ExtendWith(PortalExtension.class)
class IncidentsPageIT {

  private static final String PAGE = "/platform/incidents";

  private final Portal portal;
  private final Visitor eds;
  private final String mark = "<b>" + UUID.randomUUID() + "</b>";

  IncidentsPageIT(Portal portal) {
    this.portal = portal;
    this.eds = new Visitor(portal.http());
    eds.signIn(new Cast(portal).platformAdministrator());
  }

  @Test
  void recordsShowsAndCorrects() {
    Answer done = eds.send(PAGE, incident());
    assertThat(done.header("Location")).as(done.body()).isEqualTo(PAGE + "?done=recorded");
    String list = eds.get(PAGE + "?done=recorded").body();
    assertThat(list)
        .contains(mark.replace("<", "&lt;").replace(">", "&gt;"), "inscrit au registre")
        .contains("La Commission d’accès à l’information n’a pas encore été avisée.")
        .doesNotContain(mark);
    String id = newest(list);
    String form = eds.get(PAGE + "/" + id).body();
    assertThat(form).contains("environ 12", "name=\"version\" value=\"1\"");
    Map<String, String> corrected = incident();
    corrected.putAll(Map.of("persons", "14", "version", "1", "commissionOn", "2024-03-02"));
    assertThat(eds.send(PAGE + "/" + id, corrected).header("Location"))
        .isEqualTo(PAGE + "?done=changed");
    corrected.put("persons", "15");
    Answer stale = eds.send(PAGE + "/" + id, corrected);
    assertThat(stale.status()).isEqualTo(400);
    assertThat(stale.body()).contains("entre-temps", "value=\"15\"");
    assertThat(
            portal
                .installation()
                .audit()
                .list(
                    Optional.empty(),
                    AuditQuery.ALL.about("incident:" + id).of(Action.INCIDENT_CHANGED))
                .entries())
        .hasSize(1)
        .allMatch(entry -> entry.change().before().get("persons").equals("environ 12"));
  }

  @Test
  void saysWhatIsWrongAtItsField() {
    Map<String, String> wrong = incident();
    wrong.putAll(
        Map.of(
            "circumstances", " ",
            "awareOn", "2999-01-01",
            "commissionOn", "yesterday",
            "seriousRisk", "perhaps",
            "persons", "x".repeat(121)));
    Answer refused = eds.send(PAGE, wrong);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#circumstances\">Remplissez ce champ.")
        .contains("href=\"#awareOn\">Cette date n’est pas encore arrivée.")
        .contains("href=\"#commissionOn\">Écrivez une date")
        .contains("href=\"#seriousRisk\">Choisissez oui ou non.")
        .contains("href=\"#persons\">Écrivez au plus 120 caractères.");
    assertThat(eds.send(PAGE, Map.of()).status()).isEqualTo(400);
    for (String none : List.of("/0", "/x", "?before=x", "/99999999999999999999")) {
      assertThat(eds.get(PAGE + none).status()).as(none).isBetween(400, 404);
    }
    assertThat(eds.send(PAGE + "/999999", incident()).status()).isEqualTo(404);
  }

  @Test
  void givesTheWholeRegisterAsAFile() {
    Map<String, String> hostile = incident();
    hostile.put("measures", "=1+1");
    eds.send(PAGE, hostile);
    Answer file = eds.get(PAGE + "/csv", "Accept", "text/csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).contains(mark, "'=1+1").doesNotContain(",=1+1");
    assertThat(
            portal
                .installation()
                .audit()
                .list(Optional.empty(), AuditQuery.ALL.of(Action.INCIDENTS_EXPORTED))
                .entries())
        .isNotEmpty();
  }

  @Test
  void nothingIsDeletedAndNoFormOfAnotherPageIsTaken() {
    eds.send(PAGE, incident());
    String id = newest(eds.get(PAGE).body());
    for (String path : List.of(PAGE + "/" + id + "/delete", PAGE + "/" + id + "/remove")) {
      assertThat(eds.send(path, Map.of()).status()).isEqualTo(404);
    }
    assertThat(eds.send(PAGE, incident(), "Origin", eds.origin()).status()).isEqualTo(403);
    Visitor stranger = new Visitor(portal.http());
    stranger.signIn(portal.acme().admin());
    assertThat(stranger.get(PAGE).status()).isEqualTo(403);
    assertThat(stranger.send(PAGE, incident()).status()).isEqualTo(403);
  }

  private Map<String, String> incident() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("occurred", "2024-02-27, en soirée");
    fields.put("awareOn", "2024-03-01");
    fields.put("clients", "Acme");
    fields.put("information", "Nom et adresse courriel");
    fields.put("circumstances", mark + "\r\nsur deux lignes");
    fields.put("persons", "environ 12");
    fields.put("seriousRisk", "yes");
    fields.put("assessment", "Hameçonnage possible.");
    fields.put("commissionOn", "");
    fields.put("personsToldOn", "");
    fields.put("publicNotice", "");
    fields.put("measures", "Accès retiré.");
    return fields;
  }

  private static String newest(String list) {
    Matcher link = Pattern.compile("href=\"/platform/incidents/(\\d+)\"").matcher(list);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
