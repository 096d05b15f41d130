package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UsersIT {

  private static TestIdentity world;
  private static TestInstallation installation;
  private static TenantId acme;
  private static TenantId boreal;
  private static Users users;

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    installation = world.installation;
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    users = world.users;
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void makesAnAccountWithAPasswordThatIsShownOnce() {
    Created created = create(acme, "New.User@Example.ca", Role.USER);
    assertThat(created.member().email()).isEqualTo("new.user@example.ca");
    String password = created.password().orElseThrow();
    assertThat(password).matches("[a-km-zA-HJ-NP-Z2-9]{20}");
    assertThat(created.toString()).doesNotContain(password);
    assertThat(signIn("new.user@example.ca", password).memberships())
        .isEqualTo(Map.of(acme, whole(Role.USER)));
  }

  @Test
  void changesNothingWhenRepeated() {
    Created first = create(acme, "repeat@example.ca", Role.USER);
    Created second = create(acme, " REPEAT@example.ca", Role.USER);
    assertThat(second.password()).isEmpty();
    assertThat(second.member()).isEqualTo(first.member());
    assertThat(signIn("repeat@example.ca", first.password().orElseThrow())).isNotNull();
  }

  @Test
  void refusesToChangeARoleBySayingItAgain() {
    create(acme, "role@example.ca", Role.USER);
    assertThatThrownBy(() -> create(acme, "role@example.ca", Role.CLIENT_ADMIN))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("is user of");
  }

  @Test
  void keepsOneAccountForAPersonOfTwoClients() {
    Created first = create(acme, "both@example.ca", Role.CLIENT_ADMIN);
    Created second = create(boreal, "both@example.ca", Role.USER);
    assertThat(second.password()).isEmpty();
    assertThat(second.member().id()).isEqualTo(first.member().id());
    assertThat(signIn("both@example.ca", first.password().orElseThrow()).memberships())
        .isEqualTo(Map.of(acme, whole(Role.CLIENT_ADMIN), boreal, whole(Role.USER)));
  }

  @Test
  void listsTheMembersOfOneClient() {
    create(acme, "z.listed@example.ca", Role.USER);
    create(boreal, "theirs@example.ca", Role.USER);
    assertThat(members().list(acme))
        .extracting(Member::email)
        .contains("z.listed@example.ca")
        .doesNotContain("theirs@example.ca")
        .isSorted();
  }

  @Test
  void findsNoClientThatDoesNotExist() {
    assertThatThrownBy(() -> create(new TenantId("nobody"), "x@example.ca", Role.USER))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void refusesWhatIsNoAddressAndNoName() {
    assertThatThrownBy(() -> create(acme, "no address", Role.USER))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("\"no address\"");
    assertThatThrownBy(
            () ->
                users.create(
                    Actor.SYSTEM, acme, "x@example.ca", " ", Role.USER, Locale.CANADA_FRENCH))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void givesTheFirstAdministratorAFreshPasswordUntilTheFirstSignIn() {
    TenantId fresh = provisioning("fresh");
    String lost = administrator(fresh, "chief@example.ca").password().orElseThrow();
    String shown = administrator(fresh, "chief@example.ca").password().orElseThrow();
    assertThatThrownBy(() -> signIn("chief@example.ca", lost)).isInstanceOf(SignInRefused.class);
    assertThat(signIn("chief@example.ca", shown).memberships())
        .isEqualTo(Map.of(fresh, whole(Role.CLIENT_ADMIN)));
    assertThat(administrator(fresh, "chief@example.ca").password()).isEmpty();
    assertThat(signIn("chief@example.ca", shown)).isNotNull();
  }

  @Test
  void changesNothingOfACompleteClient() {
    TenantId complete = provisioning("complete");
    String password = administrator(complete, "head@example.ca").password().orElseThrow();
    installation.databases().provisioning().activate(complete);
    assertThat(administrator(complete, "head@example.ca").password()).isEmpty();
    assertThat(signIn("head@example.ca", password)).isNotNull();
    assertThatThrownBy(() -> administrator(complete, "stranger@example.ca"))
        .isInstanceOf(InvalidException.class);
    assertThat(members().list(complete)).hasSize(1);
  }

  @Test
  void leavesThePasswordOfSomebodyWhoBelongsElsewhereToo() {
    String password = create(acme, "elsewhere@example.ca", Role.USER).password().orElseThrow();
    TenantId third = provisioning("third");
    assertThat(administrator(third, "elsewhere@example.ca").password()).isEmpty();
    assertThat(signIn("elsewhere@example.ca", password).memberships()).containsKey(third);
  }

  private static TenantId provisioning(String slug) {
    return installation.databases().provisioning().prepare(new TenantId(slug), slug).id();
  }

  private static Created administrator(TenantId tenant, String email) {
    return users.createAdministrator(Actor.SYSTEM, tenant, email, "Chef", Locale.CANADA_FRENCH);
  }

  private static Created create(TenantId tenant, String email, Role role) {
    return users.create(Actor.SYSTEM, tenant, email, "Anne Côté", role, Locale.CANADA_FRENCH);
  }

  private static Principal.User signIn(String email, String password) {
    return world.signIn(email, password).principal();
  }

  private static Membership whole(Role role) {
    return new Membership(role, BatteryAccess.ALL);
  }

  private static Members members() {
    return new Members(installation.databases().registry(), installation.audit(), world.clock);
  }
}
