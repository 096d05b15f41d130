package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final Role KEEPER =
      new Role(
          "own", Optional.of("Gardien"), Set.of(Permission.VIEW_FLEET, Permission.MANAGE_USERS));

  @Test
  void includesWhatHasNoMorePermissionsAndNoMoreBatteries() {
    Membership keeper = new Membership(KEEPER, BatteryAccess.places(Set.of("a", "b")));
    assertThat(keeper.includes(new Membership(Role.USER, BatteryAccess.places(Set.of("a")))))
        .isTrue();
    assertThat(keeper.includes(new Membership(Role.USER, BatteryAccess.ALL))).isFalse();
    assertThat(
            keeper.includes(new Membership(Role.CLIENT_ADMIN, BatteryAccess.places(Set.of("a")))))
        .isFalse();
  }

  @Test
  void whoHasSomeBatteriesOnlyDecidesNothingForTheWholeClient() {
    BatteryAccess some = BatteryAccess.places(Set.of("a"));
    Membership part = new Membership(Role.CLIENT_ADMIN, some);
    assertThat(part.permissions())
        .contains(Permission.MANAGE_USERS, Permission.MANAGE_FLEET)
        .doesNotContain(Permission.MANAGE_CLIENT, Permission.VIEW_AUDIT, Permission.MANAGE_FIELDS);
    assertThat(part.includes(new Membership(Role.CLIENT_ADMIN, some))).isTrue();
    assertThat(Membership.WHOLE.permissions())
        .contains(Permission.MANAGE_CLIENT, Permission.VIEW_AUDIT);
  }

  @Test
  void noPersonSends() {
    assertThat(Role.BUILT_IN)
        .allSatisfy(role -> assertThat(role.permissions()).doesNotContain(Permission.INGEST));
    assertThat(Permission.OF_PEOPLE).hasSize(Permission.values().length - 1);
  }

  @Test
  void whoIsAllOfAClientIncludesEveryRole() {
    assertThat(Role.BUILT_IN)
        .allSatisfy(
            role ->
                assertThat(Membership.WHOLE.includes(new Membership(role, BatteryAccess.ALL)))
                    .isTrue());
  }
}
