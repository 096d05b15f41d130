package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people may, and who may change it. */
class MembersIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Actor CHIEF = Actor.user(1_000_000, "192.0.2.1");
  private static final BatteryAccess HERE = BatteryAccess.places(Set.of("here"));

  private static TestInstallation installation;
  private static Audit audit;
  private static Members members;
  private static Roles roles;
  private static Users users;
  private static PlatformAdministrators administrators;
  private static int tenants;

  private final TenantId acme = installation.addTenant("acme-" + ++tenants, "Acme " + tenants);
  private final TenantId boreal = installation.tenant("boreal");
  private final Member chief = join("chief", Membership.WHOLE);

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    audit = installation.audit();
    RegistryDatabase registry = installation.databases().registry();
    members = new Members(registry, audit, CLOCK);
    roles = new Roles(registry, audit, CLOCK);
    administrators = new PlatformAdministrators(registry, audit);
    users = new Users(registry, new PasswordHash(new PhcText.Cost(64, 1, 1)), audit, CLOCK);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void givesAnotherRoleAndOtherBatteries() {
    Member anne = join("anne", new Membership(Role.USER, BatteryAccess.ALL));
    Membership given = new Membership(Role.READ_ONLY, HERE);
    assertThat(members.change(CHIEF, Membership.WHOLE, acme, anne.id(), given).membership())
        .isEqualTo(given);
    assertThat(members.get(acme, anne.id()).membership()).isEqualTo(given);
  }

  @Test
  void takesEverythingAndGivesItBack() {
    Member anne = join("anne", new Membership(Role.USER, HERE));
    assertThat(members.deactivate(CHIEF, Membership.WHOLE, acme, anne.id()).isActive()).isFalse();
    assertThat(members.list(acme)).extracting(Member::isActive).containsExactly(false, true);
    assertThat(members.reactivate(CHIEF, Membership.WHOLE, acme, anne.id()))
        .isEqualTo(members.get(acme, anne.id()))
        .matches(Member::isActive)
        .matches(member -> member.access().equals(HERE));
  }

  @Test
  void recordsWhatChangedInTheClientsChain() {
    Member anne = join("anne", new Membership(Role.USER, BatteryAccess.ALL));
    long before = entries();
    Membership given = new Membership(Role.READ_ONLY, BatteryAccess.ALL);
    members.change(CHIEF, Membership.WHOLE, acme, anne.id(), given);
    members.change(CHIEF, Membership.WHOLE, acme, anne.id(), given);
    assertThat(entries()).isEqualTo(before + 1);
    refused(
        Reason.LAST_ADMINISTRATOR,
        () -> members.deactivate(CHIEF, Membership.WHOLE, acme, chief.id()));
    assertThat(entries()).isEqualTo(before + 1);
    assertThat(audit.verify(Optional.of(acme)).isWhole()).isTrue();
  }

  private long entries() {
    return audit.verify(Optional.of(acme)).entries();
  }

  @Test
  void nobodyGivesAPermissionThatHeHasNot() {
    Member anne = join("anne", new Membership(Role.USER, BatteryAccess.ALL));
    Membership keeper = new Membership(keeperRole(), BatteryAccess.ALL);
    refused(
        Reason.BEYOND_OWN, () -> members.change(CHIEF, keeper, acme, anne.id(), Membership.WHOLE));
  }

  @Test
  void nobodyGivesBatteriesThatHeHasNot() {
    Member anne = join("anne", new Membership(Role.READ_ONLY, HERE));
    Membership keeper = new Membership(keeperRole(), HERE);
    for (BatteryAccess wider :
        List.of(
            BatteryAccess.ALL,
            BatteryAccess.places(Set.of("here", "there")),
            BatteryAccess.types(Set.of("here")))) {
      refused(
          Reason.BEYOND_OWN,
          () -> members.change(CHIEF, keeper, acme, anne.id(), new Membership(Role.USER, wider)));
    }
    Membership user = new Membership(Role.USER, HERE);
    assertThat(members.change(CHIEF, keeper, acme, anne.id(), user).membership()).isEqualTo(user);
  }

  @Test
  void nobodyTouchesWhoHasMore() {
    Membership keeper = new Membership(keeperRole(), BatteryAccess.ALL);
    Member second = join("second", Membership.WHOLE);
    refused(Reason.BEYOND_OWN, () -> members.deactivate(CHIEF, keeper, acme, second.id()));
    refused(
        Reason.BEYOND_OWN,
        () ->
            members.change(
                CHIEF, keeper, acme, second.id(), new Membership(Role.USER, BatteryAccess.ALL)));
  }

  @Test
  void nobodyChangesHimself() {
    join("second", Membership.WHOLE);
    Actor self = Actor.user(chief.id(), "192.0.2.1");
    refused(Reason.OWN, () -> members.deactivate(self, Membership.WHOLE, acme, chief.id()));
    refused(
        Reason.OWN,
        () ->
            members.change(
                self, Membership.WHOLE, acme, chief.id(), new Membership(Role.USER, HERE)));
  }

  @Test
  void theLastAdministratorStays() {
    join("partly", new Membership(Role.CLIENT_ADMIN, HERE));
    Member gone = join("gone", Membership.WHOLE);
    members.deactivate(CHIEF, Membership.WHOLE, acme, gone.id());
    refused(
        Reason.LAST_ADMINISTRATOR,
        () -> members.deactivate(CHIEF, Membership.WHOLE, acme, chief.id()));
    refused(
        Reason.LAST_ADMINISTRATOR,
        () ->
            members.change(
                CHIEF,
                Membership.WHOLE,
                acme,
                chief.id(),
                new Membership(Role.CLIENT_ADMIN, HERE)));
  }

  @Test
  void oneStaysWhenTwoAdministratorsTakeEachOtherAway() throws Exception {
    for (int i = 0; i < 10; i++) {
      Member second = join("second", Membership.WHOLE);
      ExecutorService both = Executors.newFixedThreadPool(2);
      Callable<Member> first = () -> members.deactivate(CHIEF, Membership.WHOLE, acme, chief.id());
      Callable<Member> other = () -> members.deactivate(CHIEF, Membership.WHOLE, acme, second.id());
      List<Future<Member>> ends = both.invokeAll(List.of(first, other));
      both.shutdown();
      assertThat(ends).filteredOn(MembersIT::succeeded).hasSize(1);
      assertThat(members.list(acme)).filteredOn(Member::isActive).hasSize(1);
      members.reactivate(CHIEF, Membership.WHOLE, acme, chief.id());
      members.reactivate(CHIEF, Membership.WHOLE, acme, second.id());
    }
  }

  private static boolean succeeded(Future<Member> end) {
    try {
      end.get();
      return true;
    } catch (ExecutionException refused) {
      assertThat(refused).hasCauseInstanceOf(RightsRefused.class);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoBelongsToAnotherClientIsNotThere() {
    Member theirs =
        users
            .create(Actor.SYSTEM, boreal, "theirs@x.example", "T", Role.USER, Locale.CANADA_FRENCH)
            .member();
    assertThatThrownBy(() -> members.deactivate(CHIEF, Membership.WHOLE, acme, theirs.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> members.get(acme, theirs.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aRoleOfAnotherClientCannotBeGiven() {
    Role theirs = roles.create(CHIEF, Membership.WHOLE, boreal, "Leur " + acme, Set.of());
    Member anne = join("anne", new Membership(Role.USER, BatteryAccess.ALL));
    assertThatThrownBy(
            () ->
                members.change(
                    CHIEF,
                    Membership.WHOLE,
                    acme,
                    anne.id(),
                    new Membership(theirs, BatteryAccess.ALL)))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> roles.get(acme, theirs.id())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> roles.delete(CHIEF, Membership.WHOLE, acme, theirs.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aClientMakesRolesOfItsOwn() {
    Role made =
        roles.create(
            CHIEF, Membership.WHOLE, acme, " Technicien ", Set.of(Permission.MANAGE_FLEET));
    assertThat(made.name()).contains("Technicien");
    assertThat(made.permissions()).containsExactly(Permission.VIEW_FLEET, Permission.MANAGE_FLEET);
    assertThat(roles.list(acme))
        .containsExactly(Role.CLIENT_ADMIN, Role.USER, Role.READ_ONLY, made);
    Member anne = join("anne", new Membership(made, BatteryAccess.ALL));
    roles.change(CHIEF, Membership.WHOLE, acme, made.id(), "Tech", Set.of(Permission.VIEW_AUDIT));
    assertThat(members.get(acme, anne.id()).role().permissions())
        .containsExactly(Permission.VIEW_FLEET, Permission.VIEW_AUDIT);
  }

  @Test
  void aRoleThatSomebodyHasOrHadStays() {
    Role made = roles.create(CHIEF, Membership.WHOLE, acme, "Technicien", Set.of());
    Member anne = join("anne", new Membership(made, BatteryAccess.ALL));
    members.deactivate(CHIEF, Membership.WHOLE, acme, anne.id());
    refused(Reason.ROLE_IN_USE, () -> roles.delete(CHIEF, Membership.WHOLE, acme, made.id()));
    members.change(
        CHIEF,
        Membership.WHOLE,
        acme,
        anne.id(),
        new Membership(Role.READ_ONLY, BatteryAccess.ALL));
    roles.delete(CHIEF, Membership.WHOLE, acme, made.id());
    assertThat(roles.list(acme)).hasSize(3);
  }

  @Test
  void twoRolesHaveTwoNames() {
    roles.create(CHIEF, Membership.WHOLE, acme, "Élève", Set.of());
    refused(
        Reason.NAME_TAKEN, () -> roles.create(CHIEF, Membership.WHOLE, acme, "eleve", Set.of()));
  }

  @Test
  void nobodyMakesOrChangesARoleBeyondHisOwn() {
    Membership keeper = new Membership(keeperRole(), BatteryAccess.ALL);
    refused(
        Reason.BEYOND_OWN,
        () -> roles.create(CHIEF, keeper, acme, "Plus", Set.of(Permission.MANAGE_KEYS)));
    Role strong =
        roles.create(CHIEF, Membership.WHOLE, acme, "Fort", Set.of(Permission.MANAGE_KEYS));
    refused(
        Reason.BEYOND_OWN,
        () -> roles.change(CHIEF, keeper, acme, strong.id(), "Faible", Set.of()));
    refused(Reason.BEYOND_OWN, () -> roles.delete(CHIEF, keeper, acme, strong.id()));
    refused(
        Reason.OWN, () -> roles.change(CHIEF, keeper, acme, keeper.role().id(), "Mien", Set.of()));
    refused(
        Reason.BEYOND_OWN,
        () ->
            roles.create(
                CHIEF, new Membership(Role.CLIENT_ADMIN, HERE), acme, "Partout", Set.of()));
  }

  @Test
  void noRoleSends() {
    assertThatThrownBy(
            () ->
                roles.create(CHIEF, Membership.WHOLE, acme, "Appareil", Set.of(Permission.INGEST)))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void theInstallationKeepsAnAdministrator() {
    Member anne = join("anne", new Membership(Role.USER, BatteryAccess.ALL));
    administrators.add(CHIEF, chief.email());
    refused(Reason.LAST_ADMINISTRATOR, () -> administrators.remove(CHIEF, chief.id()));
    administrators.add(CHIEF, anne.email());
    refused(Reason.OWN, () -> administrators.remove(Actor.user(anne.id(), "192.0.2.1"), anne.id()));
    assertThat(administrators.list()).hasSize(2);
    administrators.remove(CHIEF, anne.id());
    assertThatThrownBy(() -> administrators.remove(CHIEF, anne.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> administrators.add(CHIEF, "nobody@x.example"))
        .isInstanceOf(InvalidException.class);
    assertThat(audit.verify(Optional.empty()).entries()).isEqualTo(3);
  }

  private Role keeperRole() {
    return roles.create(CHIEF, Membership.WHOLE, acme, "Gardien", Set.of(Permission.MANAGE_USERS));
  }

  private Member join(String who, Membership membership) {
    String email = who + "@" + acme + ".example";
    return users.create(Actor.SYSTEM, acme, email, who, membership, Locale.CANADA_FRENCH).member();
  }

  private static void refused(Reason reason, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            RightsRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
