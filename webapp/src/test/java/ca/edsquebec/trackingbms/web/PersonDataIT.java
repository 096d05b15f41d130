package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's data, given and erased, by the person and by an administrator of the platform. */
@ExtendWith(PortalExtension.class)
class PersonDataIT {

  private static final String EXPORT = "/account/data/export";
  private static final String ERASE = "/account/data/erase";

  private final Portal portal;
  private final Http http;
  private final Cast cast;
  private final Portal.Account anne;
  private final Visitor visitor;

  PersonDataIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.cast = new Cast(portal);
    this.anne = cast.join(new Membership(Role.USER, BatteryAccess.ALL));
    this.visitor = new Visitor(http);
  }

  @Test
  void givesThePersonItsDataForThePassword() {
    visitor.signIn(anne);
    assertThat(visitor.get("/account").body()).contains("href=\"/account/data\"");
    assertThat(visitor.get("/account/data").body()).contains(anne.email());
    Answer wrong = visitor.send(EXPORT, Map.of("password", "wrong"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("Ce n’est pas votre mot de passe actuel.");
    assertThat(visitor.send(EXPORT, Map.of()).status()).isEqualTo(400);
    Answer file = visitor.send(EXPORT, Map.of("password", anne.password()));
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("application/json");
    assertThat(file.header("Content-Disposition")).contains("attachment");
    assertThat(file.header("Cache-Control")).contains("no-store");
    assertThat(file.json().at("/account/0/email").asText()).isEqualTo(anne.email());
    assertThat(file.json().findValuesAsText("action")).contains("SIGN_IN", "PERSON_EXPORTED");
    assertThat(file.body()).doesNotContain("boreal", portal.acme().admin().email());
  }

  @Test
  void takesNoFormOfAnotherPageOrOfNobody() {
    Map<String, String> fields = Map.of("password", anne.password(), "confirmation", anne.email());
    assertThat(visitor.get("/account/data").header("Location")).startsWith("/login");
    visitor.signIn(anne);
    for (String path : List.of(EXPORT, ERASE)) {
      assertThat(visitor.send(path, fields, "Origin", visitor.origin()).status()).isEqualTo(403);
      assertThat(visitor.send(path, fields, "Origin", "https://evil.example").status())
          .isEqualTo(403);
    }
    assertThat(visitor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void erasesThePersonWhoAsksAndEndsAllSessions() {
    visitor.signIn(anne);
    Visitor elsewhere = new Visitor(http);
    elsewhere.signIn(anne);
    assertThat(erase(anne.email(), "wrong").status()).isEqualTo(400);
    Answer other = erase("somebody@acme.example", anne.password());
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body()).contains("Écrivez exactement " + anne.email());
    Answer done = erase(anne.email(), anne.password());
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("Compte effacé");
    assertThat(visitor.cookie(Visitor.SESSION)).isEmpty();
    assertThat(elsewhere.get("/account").status()).isEqualTo(303);
    assertThat(new Visitor(http).signIn(anne).status()).isEqualTo(401);
  }

  @Test
  void showsWhoWasErasedAsSuchAndTheChainStaysWhole() {
    visitor.signIn(anne);
    visitor.send("/account/profile", Map.of("name", "Anne Tremblay", "language", "fr"));
    Visitor eds = eds();
    String id = idOf(eds, anne.email());
    String address = "/platform/people/" + id;
    assertThat(eds.get(address).body()).contains("Anne Tremblay");
    Answer file = eds.send(address + "/export", Map.of());
    assertThat(file.json().at("/account/0/name").asText()).isEqualTo("Anne Tremblay");
    assertThat(eds.send(address + "/erase", Map.of("confirmation", "x")).status()).isEqualTo(400);
    Answer done = eds.send(address + "/erase", Map.of("confirmation", anne.email()));
    assertThat(done.header("Location")).isEqualTo("/platform/people?done=erased");
    assertThat(visitor.get("/account").status()).isEqualTo(303);
    assertThat(eds.get(address).status()).isEqualTo(404);
    assertThat(eds.get("/platform/audit?actor=user:" + id).body())
        .contains("Personne effacée (n° " + id + ")")
        .doesNotContain("Anne Tremblay", anne.email());
    assertThat(portal.installation().audit().verify(Optional.empty()).isWhole()).isTrue();
    assertThat(recorded(Action.PERSON_EXPORTED, id)).hasSize(1);
    assertThat(recorded(Action.PERSON_ERASED, id))
        .hasSize(1)
        .allMatch(entry -> entry.change().after().isEmpty());
  }

  @Test
  void theLastAdministratorOfAClientStays() {
    Visitor eds = eds();
    Portal.Account chief = portal.boreal().admin();
    String address = "/platform/people/" + idOf(eds, chief.email());
    Answer refused = eds.send(address + "/erase", Map.of("confirmation", chief.email()));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Personne d’autre n’administre")
        .contains("Boréal Transport");
    visitor.signIn(chief);
    assertThat(erase(chief.email(), chief.password()).status()).isEqualTo(400);
    assertThat(visitor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void anAdministratorErasesHimselfOnlyWithThePassword() {
    Portal.Account eds = cast.platformAdministrator();
    visitor.signIn(eds);
    String address = "/platform/people/" + idOf(visitor, eds.email());
    assertThat(visitor.get(address).body()).doesNotContain("name=\"confirmation\"");
    assertThat(visitor.send(address + "/erase", Map.of("confirmation", eds.email())).status())
        .isEqualTo(400);
  }

  @Test
  void nobodyElseSeesOrTouchesPeople() {
    Visitor eds = eds();
    String id = idOf(eds, anne.email());
    for (Who who : List.of(Who.CLIENT_ADMIN, Who.OTHER_ADMIN)) {
      String token = cast.credential(who);
      assertThat(http.get("/platform/people", token).status()).isEqualTo(403);
      assertThat(http.get("/platform/people/" + id, token).status()).isEqualTo(403);
      assertThat(
              http.post("/platform/people/" + id + "/export", token, Http.TEXT, new byte[0])
                  .status())
          .isEqualTo(403);
    }
    for (String none : List.of("0", "-1", "x", "99999999999999999999")) {
      assertThat(eds.get("/platform/people/" + none).status()).as(none).isEqualTo(404);
    }
    assertThat(eds.get("/platform/people?q=%3Cscript%3E").body()).doesNotContain("<script>\"");
  }

  private Visitor eds() {
    Visitor eds = new Visitor(http);
    eds.signIn(cast.platformAdministrator());
    return eds;
  }

  private Answer erase(String typed, String password) {
    return visitor.send(ERASE, Map.of("confirmation", typed, "erasePassword", password));
  }

  private List<Entry> recorded(Action action, String id) {
    return portal
        .installation()
        .audit()
        .list(Optional.empty(), AuditQuery.ALL.of(action).about("user:" + id))
        .entries();
  }

  private static String idOf(Visitor eds, String email) {
    Answer found = eds.get("/platform/people?q=" + email);
    Matcher link = Pattern.compile("href=\"/platform/people/(\\d+)\"").matcher(found.body());
    assertThat(link.find()).as(found.body()).isTrue();
    return link.group(1);
  }
}
