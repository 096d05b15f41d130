package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.People;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit says people, things and values by their names, and nobody's of another client. */
@ExtendWith(PortalExtension.class)
class AuditWordsIT {

  private static final String PAGE = "/c/acme/admin/audit";

  private final Portal portal;
  private final Cast cast;
  private final Audit audit;
  private final TenantId acme;
  private final Members members;
  private final Visitor admin;

  AuditWordsIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.audit = portal.installation().audit();
    this.acme = portal.acme().tenant();
    RegistryDatabase registry = portal.installation().databases().registry();
    this.members = new Members(registry, audit, Clock.systemUTC());
    this.admin = new Visitor(portal.http());
    admin.signIn(portal.acme().admin());
  }

  @Test
  void peopleRolesAndScopesHaveTheirNamesInBothLanguages() {
    Account person = cast.join(new Membership(Role.USER, BatteryAccess.ALL));
    Member member = member(person);
    var place = cast.place("Entrepôt nord");
    members.change(
        Actor.user(idOf(portal.acme().admin()), "192.0.2.7"),
        Membership.WHOLE,
        acme,
        member.id(),
        new Membership(Role.CLIENT_ADMIN, BatteryAccess.places(Set.of(place.uid()))));
    String french = page("?object=" + person.email() + "&lang=fr");
    assertThat(french)
        .contains(
            "Avant\">Utilisateur</td><td data-label=\"Après\">Gestionnaire<",
            "Avant\">Toutes les batteries</td><td data-label=\"Après\">Lieux\u00a0: Entrepôt nord<",
            "Avant\">Oui</td><td data-label=\"Après\">Oui</td>",
            member.displayName(),
            person.email(),
            portal.acme().admin().email())
        .doesNotContain("client-admin", "PLACES", place.uid() + "<");
    assertThat(page("?object=user:" + member.id() + "&lang=en"))
        .contains(
            "Before\">User</td><td data-label=\"After\">Manager</td>",
            "Before\">All batteries</td><td data-label=\"After\">Places: Entrepôt nord<",
            "value=\"" + person.email() + "\"");
  }

  @Test
  void keysAndBatteriesHaveTheirNames() {
    NewKey key = portal.key(acme, Set.of(Scope.READ));
    TestBattery battery = portal.battery();
    record(
        new Actor(Actor.Kind.KEY, key.key().id(), "192.0.2.8"),
        new Change(
            Action.BATTERY_STATUS_CHANGED,
            "battery:" + battery.id(),
            Map.of("status", "COMMISSIONING"),
            Map.of("status", "IN_SERVICE")));
    String body = page("?object=" + battery.code() + "&action=battery-status-changed");
    assertThat(body)
        .contains(
            key.key().name(),
            "clé d’API",
            "Avant\">En mise en service</td><td data-label=\"Après\">En service</td>",
            "/c/acme/batteries/" + battery.id() + "\">Ouvrir");
    String byKey = page("?actor=key:" + key.key().id());
    assertThat(byKey).contains(battery.code());
  }

  @Test
  void nobodyOfAnotherClientIsNamedAndThePlatformsPeopleWithoutAnAddress() {
    Account eds = cast.account(Who.PLATFORM_ADMIN);
    String stranger = portal.boreal().admin().email();
    String object = "user:" + idOf(portal.boreal().admin());
    record(Actor.user(idOf(portal.boreal().admin()), "192.0.2.9"), change(object));
    record(Actor.user(idOf(eds), "192.0.2.9"), change(object));
    String body = page("?object=" + object);
    assertThat(body)
        .contains("Personne extérieure à ce client", "EDS", "administration de la plateforme")
        .doesNotContain(stranger, eds.email());
    assertThat(page("?object=" + stranger)).contains("Aucune entrée ne correspond");
    assertThat(file("?object=" + object)).doesNotContain(stranger, eds.email());
  }

  @Test
  void theFileSaysTheSameAndKeepsWhatProgramsNeed() {
    Account person = cast.join(new Membership(Role.READ_ONLY, BatteryAccess.ALL));
    Member member = member(person);
    String file = file("?object=" + person.email());
    assertThat(file.split("\r\n")[0])
        .endsWith(
            "Numéro,Heure (UTC),Qui,Adresse IP,Action,Objet,Avant,Après,"
                + "Identifiant de l’auteur,Identifiant de l’objet");
    assertThat(file)
        .contains(
            "Rôle\u00a0: Lecture seule",
            "Portée\u00a0: Toutes les batteries",
            "%s (%s)".formatted(member.displayName(), person.email()),
            "user:" + member.id());
  }

  @Test
  void whatIsOfNoKnownKindIsShownAsItStands() {
    record(
        Actor.SYSTEM,
        new Change(
            Action.PLACE_ADDED,
            "thing:<7>",
            Map.of("role", "<gone>", "until", "soon", "access", "NONSENSE", "<new>", "1"),
            Map.of("retention", "forever", "active", "perhaps", "scopes", "FLY", "logo", "x")));
    assertThat(page("?object=thing:%3C7%3E"))
        .contains("thing:&lt;7&gt;", "&lt;gone&gt;", "soon", "NONSENSE", "&lt;new&gt;", "perhaps")
        .doesNotContain("<gone>", "<new>");
  }

  @Test
  void aNameThatNobodyHasFindsNothing() {
    for (String name :
        new String[] {"nobody@acme.example", "Personne ainsi", "%3Cb%3E", "chose:1"}) {
      assertThat(page("?actor=" + name.replace(" ", "+")))
          .contains("Aucune entrée ne correspond")
          .doesNotContain("<b>\"");
    }
  }

  private static Change change(String object) {
    return new Change(Action.MEMBER_CHANGED, object, Map.of(), Map.of("role", "user"));
  }

  private void record(Actor by, Change change) {
    audit.record(Optional.of(acme), by, change);
  }

  private String page(String query) {
    var answer = admin.get(PAGE + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String file(String query) {
    var answer = admin.get(PAGE + "/csv" + query + "&lang=fr", "Accept", "text/csv");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Member member(Account account) {
    return members.get(acme, idOf(account));
  }

  private long idOf(Account account) {
    return new People(portal.installation().databases().registry())
        .search(account.email(), 1)
        .get(0)
        .id();
  }
}
