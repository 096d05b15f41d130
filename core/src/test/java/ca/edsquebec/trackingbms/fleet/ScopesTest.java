package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {

  private static final TenantId ACME = new TenantId("acme");
  private static final BatteryType CART = new BatteryType(1, "cart", "Chariots");
  private static final BatteryType BUS = new BatteryType(2, "bus", "Autobus");
  private static final Place LAVAL = place(1, "laval");
  private static final Place QUEBEC = place(2, "quebec");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final List<Battery> fleet =
      new ArrayList<>(
          List.of(battery(1, CART, LAVAL), battery(2, CART, QUEBEC), battery(3, BUS, LAVAL)));
  private int loads;
  private final Scopes scopes =
      new Scopes(
          new BatteryDirectory(
              tenant -> {
                loads++;
                return List.copyOf(fleet);
              },
              clock));

  @Test
  void allIsAllWithoutAsking() {
    assertThat(scopes.scope(ACME, BatteryAccess.ALL)).isSameAs(BatteryScope.ALL);
    assertThat(loads).isZero();
  }

  @Test
  void becomesTheBatteriesOfTypesPlacesOrTheirOwn() {
    assertThat(ids(BatteryAccess.types(Set.of("cart")))).containsExactlyInAnyOrder(1L, 2L);
    assertThat(ids(BatteryAccess.places(Set.of("laval")))).containsExactlyInAnyOrder(1L, 3L);
    assertThat(ids(BatteryAccess.places(Set.of("laval", "quebec")))).hasSize(3);
    assertThat(ids(BatteryAccess.batteries(Set.of("u2")))).containsExactly(2L);
  }

  @Test
  void whatIsGoneNamesNothing() {
    assertThat(ids(BatteryAccess.places(Set.of("closed")))).isEmpty();
    assertThat(scopes.scope(ACME, BatteryAccess.NONE).all()).isFalse();
    assertThat(ids(BatteryAccess.NONE)).isEmpty();
  }

  @Test
  void followsABatteryThatMovesWithinTenSeconds() {
    BatteryAccess laval = BatteryAccess.places(Set.of("laval"));
    assertThat(ids(laval)).containsExactlyInAnyOrder(1L, 3L);
    fleet.set(0, battery(1, CART, QUEBEC));
    fleet.set(1, battery(2, CART, LAVAL));
    clock.advance(Duration.ofSeconds(10));
    assertThat(ids(laval)).containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void isTheVerySameAsLongAsNothingConcernsIt() {
    BatteryAccess laval = BatteryAccess.places(Set.of("laval"));
    BatteryScope before = scopes.scope(ACME, laval);
    assertThat(scopes.scope(ACME, laval)).isSameAs(before);
    fleet.add(battery(4, BUS, QUEBEC));
    clock.advance(Duration.ofSeconds(10));
    assertThat(scopes.scope(ACME, laval)).isSameAs(before);
  }

  @Test
  void asksTheDatabaseNotAtEachRequest() {
    for (int i = 0; i < 1000; i++) {
      scopes.scope(ACME, BatteryAccess.places(Set.of("laval")));
    }
    assertThat(loads).isEqualTo(1);
  }

  @Test
  void viewsAsThePrincipal() {
    Principal anne =
        new Principal.User(
            12,
            "anne@example.ca",
            "Anne",
            Locale.CANADA_FRENCH,
            true,
            Map.of(ACME, new Membership(Role.USER, BatteryAccess.types(Set.of("bus")))),
            false,
            "abc",
            Optional.empty());
    assertThat(scopes.viewer(anne, ACME).principal()).isEqualTo("user:12");
    assertThat(scopes.viewer(anne, ACME).scope().ids()).containsExactly(3L);
    assertThatThrownBy(() -> scopes.viewer(anne, new TenantId("other")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no client \"other\"");
  }

  @Test
  void showsNoBatteryToAKeyThatMayOnlySend() {
    Principal sender = new Principal.Key("k", ACME, Set.of(Scope.INGEST), BatteryAccess.ALL);
    assertThat(scopes.viewer(sender, ACME).scope().includes(1)).isFalse();
    Principal reader = new Principal.Key("k", ACME, Set.of(Scope.READ), BatteryAccess.ALL);
    assertThat(scopes.viewer(reader, ACME).scope().includes(1)).isTrue();
  }

  private Set<Long> ids(BatteryAccess access) {
    return scopes.scope(ACME, access).ids();
  }

  private static Place place(long id, String uid) {
    return new Place(id, uid, uid, Fleet.DEFAULT_ZONE);
  }

  private static Battery battery(long id, BatteryType type, Place place) {
    return new Battery(
        id,
        "u" + id,
        "B-" + id,
        "B-" + id,
        type,
        place,
        Chemistry.OTHER,
        0,
        Double.NaN,
        Double.NaN,
        "",
        "foxbms",
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        BatteryStatus.IN_SERVICE,
        Instant.EPOCH,
        Optional.empty(),
        BatteryDetails.NONE);
  }
}
