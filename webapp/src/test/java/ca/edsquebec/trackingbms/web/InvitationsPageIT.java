package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.Invitation;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewMember;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking people to join, in the browser: what the form takes, and whose invitations one sees. */
@ExtendWith(PortalExtension.class)
class InvitationsPageIT {

  private static final String INVITE = "/c/acme/admin/invitations/new";
  private static final String USERS = "/c/acme/admin/users";

  private final Portal portal;
  private final Invitations invitations;
  private final Visitor admin;
  private final String email = UUID.randomUUID() + "@acme.example";

  InvitationsPageIT(Portal portal) {
    this.portal = portal;
    this.invitations =
        Identity.of(
                portal.installation().databases(),
                portal.installation().settings().masterKey(),
                Clock.systemUTC())
            .invitations();
    this.admin = new Visitor(portal.http());
    admin.signIn(portal.acme().admin());
  }

  @Test
  void whoIsInvitedStandsInTheListOfThatClientOnly() {
    Answer done = admin.send(INVITE, form(Map.of()));
    assertThat(done.header("Location")).isEqualTo(USERS + "?done=invited");
    assertThat(admin.get(USERS).body())
        .contains(email, "Invitations en attente", "Second facteur", "Aucun");

    Visitor theirs = theirs();
    assertThat(theirs.get("/c/boreal/admin/users").body()).doesNotContain(email);
    String withdraw = "/invitations/" + invitation().id() + "/withdraw";
    assertThat(theirs.send("/c/boreal/admin" + withdraw, Map.of()).status()).isEqualTo(404);
    assertThat(admin.send("/c/acme/admin" + withdraw, Map.of()).header("Location"))
        .isEqualTo(USERS + "?done=withdrawn");
    assertThat(admin.get(USERS).body()).doesNotContain(email);
    assertThat(admin.send("/c/acme/admin" + withdraw, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void sendingAgainMakesTheLinkGoodForSevenDaysMore() {
    admin.send(INVITE, form(Map.of()));
    Invitation first = invitation();
    Answer done = admin.send("/c/acme/admin/invitations/" + first.id() + "/send-again", Map.of());
    assertThat(done.header("Location")).isEqualTo(USERS + "?done=sent-again");
    assertThat(invitation().expiresAt()).isAfterOrEqualTo(first.expiresAt());
  }

  @Test
  void nobodyGetsMoreThanThreeMailsAnHour() {
    admin.send(INVITE, form(Map.of()));
    String again = "/c/acme/admin/invitations/" + invitation().id() + "/send-again";
    admin.send(again, Map.of());
    admin.send(again, Map.of());
    Answer often = admin.send(again, Map.of());
    assertThat(often.status()).isEqualTo(429);
    assertThat(often.body()).contains("Trop d’invitations", "Réessayez dans 60 minutes", email);
    Answer theirs = theirs().send("/c/boreal/admin/invitations/new", form(Map.of()));
    assertThat(theirs.status()).as("the other client's count, too").isEqualTo(429);
    assertThat(theirs.body()).contains("Trop d’invitations", "value=\"" + email + "\"");
  }

  @Test
  void nobodyIsSentALinkOfSomebodyElse() {
    for (String name :
        new String[] {"www.evil.example", "Gagnez: https://evil.example", "evil.com"}) {
      Answer refused = admin.send(INVITE, form(Map.of("name", name)));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("ni adresse web ni caractère invisible");
    }
    assertThat(admin.get(USERS).body()).doesNotContain(email);
  }

  @Test
  void whatIsMissingIsAskedForAndWhatWasTypedStays() {
    assertThat(admin.send(INVITE, Map.of()).body())
        .contains("href=\"#email\"", "href=\"#name\"", "href=\"#role\"", "href=\"#scope\"");
    Answer member = admin.send(INVITE, form(Map.of("email", portal.acme().user().email())));
    assertThat(member.status()).isEqualTo(400);
    assertThat(member.body())
        .contains("cette personne a déjà accès", "value=\"" + portal.acme().user().email() + "\"");
    assertThat(admin.send(INVITE, form(Map.of("email", "no address"))).status()).isEqualTo(400);
    assertThat(admin.send(INVITE, form(Map.of("name", "x".repeat(121)))).status()).isEqualTo(400);
    assertThat(admin.send(INVITE, form(Map.of("role", "platform-admin"))).status()).isEqualTo(400);
    assertThat(admin.send(INVITE, form(Map.of("scope", "places"))).status()).isEqualTo(400);
  }

  @Test
  void nobodyGivesOrTakesMoreThanTheyHave() {
    Cast cast = new Cast(portal);
    Place place = cast.place("Entrepôt");
    BatteryAccess there = BatteryAccess.places(Set.of(place.uid()));
    Visitor keeper = new Visitor(portal.http());
    keeper.signIn(cast.join(new Membership(Role.CLIENT_ADMIN, there)));
    assertThat(keeper.get(INVITE).body()).doesNotContain("value=\"all\"");
    assertThat(keeper.send(INVITE, form(Map.of("scope", "all"))).status()).isEqualTo(400);
    assertThat(
            keeper
                .send(INVITE, form(Map.of("scope", "places", "scope-places", place.uid())))
                .status())
        .isEqualTo(303);

    String whole = UUID.randomUUID() + "@acme.example";
    Invitation beyond =
        invitations.invite(
            Actor.SYSTEM,
            Membership.WHOLE,
            portal.acme().tenant(),
            new NewMember(whole, "Anne", Membership.WHOLE, Locale.CANADA));
    String withdraw = "/c/acme/admin/invitations/" + beyond.id() + "/withdraw";
    assertThat(keeper.get(USERS).body()).contains(whole).doesNotContain(withdraw);
    Answer refused = keeper.send(withdraw, Map.of());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("ni retirer plus que ce que vous avez", whole);
    Map<String, String> less =
        Map.of("email", whole, "scope", "places", "scope-places", place.uid());
    Answer lowered = keeper.send(INVITE, form(less));
    assertThat(lowered.status()).isEqualTo(400);
    assertThat(lowered.body()).contains("avec plus de droits que vous", "value=\"" + whole + "\"");
  }

  private Visitor theirs() {
    Visitor theirs = new Visitor(portal.http());
    theirs.signIn(portal.boreal().admin());
    return theirs;
  }

  private Invitation invitation() {
    return invitations.list(portal.acme().tenant()).stream()
        .filter(one -> one.email().equals(email))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> form(Map<String, String> other) {
    Map<String, String> sent =
        new HashMap<>(Map.of("email", email, "name", "Anne Roy", "role", "user", "scope", "all"));
    sent.putAll(other);
    return sent;
  }
}
