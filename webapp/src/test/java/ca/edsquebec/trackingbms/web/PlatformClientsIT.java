package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients as the platform's administrators make and hold them. */
@ExtendWith(PortalExtension.class)
class PlatformClientsIT {

  private static final String CLIENTS = "/platform/clients";

  private final Visitor visitor;
  private final TestInstallation installation;
  private final String fresh = "c" + UUID.randomUUID().toString().substring(0, 8);

  PlatformClientsIT(Portal portal) {
    installation = portal.installation();
    visitor = new Visitor(portal.http());
    visitor.signIn(new Cast(portal).account(Who.PLATFORM_ADMIN));
  }

  @Test
  void leadsThePlatformsAdministratorsToAllClients() {
    assertThat(visitor.get("/").header("Location")).endsWith(CLIENTS);
    assertThat(visitor.get(CLIENTS).body()).contains("/platform/clients/acme", "clients/boreal");
    assertThat(visitor.get(CLIENTS + "/acme").status()).isEqualTo(200);
    assertThat(visitor.get(CLIENTS + "/nobody").status()).isEqualTo(404);
    assertThat(visitor.get(CLIENTS + "/No%20Name").status()).isEqualTo(404);
  }

  @Test
  void makesAClientAndInvitesItsAdministrator() {
    Answer made = visitor.send(CLIENTS + "/new", wish());
    assertThat(made.status()).as(made.body()).isEqualTo(303);
    assertThat(visitor.get(CLIENTS + "/" + fresh + "?done=made").body())
        .contains("Le client est créé", "1\u00a0an 6\u00a0mois");
    assertThat(tenant().status()).isEqualTo(Tenant.Status.ACTIVE);
    assertThat(audited("CLIENT_CREATE")).isEqualTo(1);
    assertThat(audited("INVITED")).isEqualTo(1);
  }

  @Test
  void saysAtItsFieldWhatANewClientCannotHave() {
    refuses("client", "acme", "Un client porte déjà ce nom court");
    refuses("client", "new", "Ce nom court est réservé");
    refuses("client", "Pas un nom", "Le nom court a de 2 à 24");
    refuses("email", "anne", "Écrivez une adresse");
    refuses("retention", "toujours", "Écrivez un nombre entier");
    refuses("retention", "1201", "Écrivez un nombre entier");
    refuses("name", "", "Le nom a de 1 à 120");
    refuses("displayName", "", "Le nom de la personne");
    assertThat(installation.databases().tenants().find(new TenantId(fresh))).isEmpty();
  }

  @Test
  void limitsWhatAClientMayHave() {
    make();
    assertThat(
            post("quotas", Map.of("batteries", "50", "users", "", "samplesADay", "1 000 000"))
                .status())
        .isEqualTo(303);
    assertThat(tenant().quota().batteries()).hasValue(50);
    assertThat(tenant().quota().users()).isEmpty();
    assertThat(tenant().quota().samplesADay()).hasValue(1_000_000);
    for (String wrong : new String[] {"0", "-1", "1.5", "beaucoup", "9999999999999999"}) {
      Answer refused = post("quotas", Map.of("batteries", wrong));
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.body()).contains("Écrivez un nombre entier", "id=\"batteries-error\"");
    }
    assertThat(audited("QUOTA_CHANGE")).isEqualTo(1);
  }

  @Test
  void suspendsForAReasonDeletesAfterAnArchiveOnlyAndTakesBothBack() throws Exception {
    make();
    Answer early = post("delete", Map.of("deleteReason", "Fin", "grace", "30"));
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.body()).contains("suspendez-le d’abord");
    assertThat(post("suspend", Map.of("suspendReason", " ")).body()).contains("Donnez un motif");
    assertThat(post("suspend", Map.of("suspendReason", "Contrat <échu>")).status()).isEqualTo(303);
    Answer page = visitor.get(CLIENTS + "/" + fresh);
    assertThat(page.body())
        .contains("Contrat &lt;échu&gt;", "tbms tenant export " + fresh)
        .doesNotContain("<échu>");
    Answer unsaved = post("delete", Map.of("deleteReason", "Fin", "grace", "30"));
    assertThat(unsaved.status()).isEqualTo(400);
    assertThat(unsaved.body()).contains("Aucune archive complète");
    assertThat(post("delete", Map.of("deleteReason", "Fin", "grace", "0")).body())
        .contains("1 à 365 jours");
    assertThat(post("lift", Map.of()).status()).isEqualTo(303);
    assertThat(tenant().status()).isEqualTo(Tenant.Status.ACTIVE);
    assertThat(audited("CLIENT_SUSPEND")).isEqualTo(1);
    assertThat(audited("CLIENT_RESUME")).isEqualTo(1);
  }

  @Test
  void restoresWhatWasToBeErased() {
    make();
    Standing standing =
        new Standing(
            installation.databases().registry(),
            installation.databases().tenants(),
            installation.audit(),
            Clock.systemUTC());
    TenantId id = new TenantId(fresh);
    standing.suspend(Actor.SYSTEM, id, "Fin");
    standing.markForDeletion(Actor.SYSTEM, id, "Fin", Duration.ofDays(30), true);
    assertThat(visitor.get(CLIENTS).body()).contains("À effacer");
    assertThat(post("lift", Map.of()).body()).contains("annulez-le d’abord");
    assertThat(post("restore", Map.of()).status()).isEqualTo(303);
    assertThat(tenant().status()).isEqualTo(Tenant.Status.SUSPENDED);
    assertThat(audited("CLIENT_RESTORE")).isEqualTo(1);
  }

  @Test
  void demandsASecondFactor() {
    make();
    assertThat(post("factor", Map.of("required", "true")).status()).isEqualTo(303);
    assertThat(visitor.get(CLIENTS + "/" + fresh).body()).contains("exige un second facteur");
    assertThat(post("factor", Map.of("required", "false")).status()).isEqualTo(303);
    assertThat(audited("SECOND_FACTOR_POLICY_CHANGED")).isEqualTo(2);
  }

  @Test
  void changesNothingWithoutTheFormsToken() {
    Answer forged =
        visitor.send(
            CLIENTS + "/acme/suspend", Map.of("suspendReason", "x"), "Origin", visitor.origin());
    assertThat(forged.status()).isEqualTo(403);
    assertThat(installation.databases().tenants().get(new TenantId("acme")).status())
        .isEqualTo(Tenant.Status.ACTIVE);
  }

  private void refuses(String field, String value, String why) {
    Map<String, String> wish = new LinkedHashMap<>(wish());
    wish.put(field, value);
    Answer refused = visitor.send(CLIENTS + "/new", wish);
    assertThat(refused.status()).as(field + " " + value).isEqualTo(400);
    assertThat(refused.body()).contains(why, "id=\"" + field + "-error\"");
  }

  private void make() {
    assertThat(visitor.send(CLIENTS + "/new", wish()).status()).isEqualTo(303);
  }

  private Map<String, String> wish() {
    return Map.of(
        "name", "Ville de Laval",
        "client", fresh,
        "displayName", "Anne Roy",
        "email", "anne@" + fresh + ".example",
        "language", "fr",
        "retention", "18",
        "retentionUnit", "months");
  }

  private Answer post(String step, Map<String, String> fields) {
    return visitor.send(CLIENTS + "/" + fresh + "/" + step, fields);
  }

  private Tenant tenant() {
    TenantId id = new TenantId(fresh);
    installation.databases().tenants().forget(id);
    return installation.databases().tenants().get(id);
  }

  private long audited(String action) {
    return installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var query =
                  connection.prepareStatement(
                      "SELECT COUNT(*) FROM %s.audit_entry WHERE chain = ? AND action = ?"
                          .formatted(db))) {
                query.setString(1, fresh);
                query.setString(2, action);
                try (var row = query.executeQuery()) {
                  row.next();
                  return row.getLong(1);
                }
              }
            });
  }
}
