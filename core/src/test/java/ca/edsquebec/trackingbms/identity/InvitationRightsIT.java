package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An invitation gives, and takes, no more than a member's change could. */
class InvitationRightsIT {

  private static final Actor BY = TestIdentity.by(1_000_000);
  private static final BatteryAccess HERE = BatteryAccess.places(Set.of("here"));
  private static final Membership KEEPER = new Membership(Role.CLIENT_ADMIN, HERE);
  private static final Membership LITTLE = new Membership(Role.READ_ONLY, HERE);

  private static TestIdentity world;
  private static Invitations invitations;
  private static Members members;
  private static int people;

  private final TenantId acme = world.installation.tenant("acme");
  private final TenantId boreal = world.installation.tenant("boreal");
  private final String email = "person-" + ++people + "@example.ca";
  private String password = "";

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    invitations = world.identity.invitations();
    members = new Members(world.registry, world.installation.audit(), world.clock);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void nobodyOffersMoreThanHeHas() {
    beyond(() -> invite(KEEPER, acme, Membership.WHOLE));
    beyond(() -> invite(KEEPER, acme, new Membership(Role.READ_ONLY, BatteryAccess.ALL)));
    assertThat(invite(KEEPER, acme, LITTLE).membership()).isEqualTo(LITTLE);
  }

  @Test
  void whatWasOfferedByWhoHasMoreIsNotReplacedSentOrWithdrawnByWhoHasLess() {
    Invitation whole = invite(Membership.WHOLE, acme, Membership.WHOLE);
    String token = world.mailedToken(email);
    beyond(() -> invite(KEEPER, acme, LITTLE));
    beyond(() -> invitations.sendAgain(BY, KEEPER, acme, whole.id()));
    beyond(() -> invitations.withdraw(BY, KEEPER, acme, whole.id()));
    assertThat(offered(acme)).contains(Membership.WHOLE);
    assertThat(invitations.find(token)).isPresent();
    assertThat(invite(KEEPER, boreal, LITTLE).membership())
        .as("the other client's is no matter of this one")
        .isEqualTo(LITTLE);
    assertThat(invite(Membership.WHOLE, acme, LITTLE).id()).isEqualTo(whole.id());
    assertThat(offered(acme)).contains(LITTLE);
    assertThat(invitations.find(token)).isEmpty();
  }

  @Test
  void whoWasAMemberWithMoreIsNotBroughtBackByWhoHasLess() {
    long id = member(acme, new Membership(Role.USER, BatteryAccess.ALL));
    members.deactivate(BY, Membership.WHOLE, acme, id);
    beyond(() -> invite(KEEPER, acme, LITTLE));
    assertThat(offered(acme)).isEmpty();
    assertThat(members.get(acme, id).isActive()).isFalse();

    invite(Membership.WHOLE, acme, LITTLE);
    join(world.mailedToken(email));
    assertThat(members.get(acme, id).membership()).isEqualTo(LITTLE);
    members.deactivate(BY, Membership.WHOLE, acme, id);
    assertThat(invite(KEEPER, acme, LITTLE).membership())
        .as("what the person had last was within the keeper's own")
        .isEqualTo(LITTLE);
  }

  @Test
  void whoIsTakenOutOrBroughtBackHasNoOpenInvitationOfThatClient() {
    invite(Membership.WHOLE, boreal, LITTLE);
    long id = member(acme, LITTLE);
    members.deactivate(BY, Membership.WHOLE, acme, id);
    invite(Membership.WHOLE, acme, Membership.WHOLE);
    String token = world.mailedToken(email);
    members.reactivate(BY, Membership.WHOLE, acme, id);
    assertThat(offered(acme)).isEmpty();
    notFound(() -> join(token));
    members.deactivate(BY, Membership.WHOLE, acme, id);
    notFound(() -> join(token));
    assertThat(members.get(acme, id).isActive()).isFalse();
    assertThat(offered(boreal)).contains(LITTLE);
    assertThat(withdrawals(acme)).isOne();
  }

  @Test
  void whoWasMadeAMemberMeanwhileKeepsWhatWasGiven() {
    invite(Membership.WHOLE, acme, LITTLE);
    String token = world.mailedToken(email);
    Membership given = new Membership(Role.USER, BatteryAccess.ALL);
    long id = member(acme, given);
    assertThat(offered(acme)).isEmpty();
    notFound(() -> join(token));
    assertThat(members.get(acme, id).membership()).isEqualTo(given);
  }

  @Test
  void aRoleThatSomebodyIsInvitedToStays() {
    Roles roles = new Roles(world.registry, world.installation.audit(), world.clock);
    Role role = roles.create(BY, Membership.WHOLE, acme, "Tableau", Set.of(Permission.VIEW_FLEET));
    Invitation open = invite(Membership.WHOLE, acme, new Membership(role, BatteryAccess.ALL));
    assertThatThrownBy(() -> roles.delete(BY, Membership.WHOLE, acme, role.id()))
        .isInstanceOfSatisfying(
            RightsRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.ROLE_IN_USE));
    invitations.withdraw(BY, Membership.WHOLE, acme, open.id());
    roles.delete(BY, Membership.WHOLE, acme, role.id());
    assertThat(offered(acme)).isEmpty();
  }

  private Invitation invite(Membership giver, TenantId tenant, Membership given) {
    // Which of two mails is the later one, their times say.
    world.clock.advance(Duration.ofSeconds(1));
    return invitations.invite(
        BY, giver, tenant, new NewMember(email, "Anne", given, Locale.CANADA_FRENCH));
  }

  private Optional<Membership> offered(TenantId tenant) {
    return invitations.list(tenant).stream()
        .filter(one -> one.email().equals(email))
        .map(Invitation::membership)
        .findFirst();
  }

  private long member(TenantId tenant, Membership given) {
    Created made =
        world.users.create(Actor.SYSTEM, tenant, email, "Anne", given, Locale.CANADA_FRENCH);
    password = made.password().orElseThrow();
    return made.member().id();
  }

  private void join(String token) {
    Principal.User person = world.signIn(email, password).principal();
    invitations.join(person, token, TestIdentity.ADDRESS);
  }

  private int withdrawals(TenantId tenant) {
    return Integer.parseInt(
        world.text(
            "COUNT(*)",
            "audit_entry",
            "action = 'INVITATION_WITHDRAWN' AND chain = '%s' AND object = (SELECT CONCAT("
                    .formatted(tenant.slug())
                + "'invitation:', MAX(id)) FROM invitation WHERE email = '%s' AND tenant = '%s')"
                    .formatted(email, tenant.slug())));
  }

  private static void beyond(ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            RightsRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.BEYOND_OWN));
  }

  private static void notFound(ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOf(NotFoundException.class);
  }
}
