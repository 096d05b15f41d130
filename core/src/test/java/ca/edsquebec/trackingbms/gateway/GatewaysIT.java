package ca.edsquebec.trackingbms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gateways of two clients that call themselves the same. */
class GatewaysIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Actor KEY = new Actor(Actor.Kind.KEY, "key1", "192.0.2.1");
  private static final Actor OTHER_KEY = new Actor(Actor.Kind.KEY, "key2", "192.0.2.2");

  private static TestInstallation installation;
  private static Fleet fleet;

  private final SettableClock clock = SettableClock.atPresent();
  private TenantId acme;
  private TenantId boreal;
  private Battery first;
  private Battery second;
  private Gateways gateways;

  @BeforeAll
  static void install() {
    installation = new TestInstallation();
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            installation.audit(),
            SettableClock.atPresent());
  }

  @AfterAll
  static void remove() {
    installation.close();
  }

  @BeforeEach
  void open() {
    int number = NUMBER.incrementAndGet();
    acme = installation.addTenant("acme" + number, "Acme");
    boreal = installation.addTenant("boreal" + number, "Boréal");
    first = battery(acme, "A-1");
    second = battery(acme, "A-2");
    gateways = open(clock);
  }

  @AfterEach
  void close() {
    gateways.close();
  }

  private Gateways open(SettableClock at) {
    Audit audit = TestAudit.of(installation.databases(), at);
    return new Gateways(installation.databases().tenantDatabase(), audit, at);
  }

  private static Battery battery(TenantId tenant, String code) {
    return fleet.add(
        Actor.SYSTEM, tenant, NewBattery.builder(code, "Maison", "Sous-sol", "push").build());
  }

  private static Hello hello(String code) {
    return new Hello(code, "Forward/1", OptionalLong.of(7), OptionalLong.empty());
  }

  private Optional<String> says(String code, Actor key, Battery... batteries) {
    Set<Long> ids = Stream.of(batteries).map(Battery::id).collect(Collectors.toSet());
    return gateways.contact(acme, key, hello(code), ids);
  }

  private GatewayNow only(Viewer viewer) {
    List<GatewayNow> all = gateways.all(viewer);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void appearsByItselfWithWhatIsBehindIt() {
    assertThat(says("toit", KEY, first)).isEmpty();
    assertThat(says("toit", KEY, second)).isEmpty();
    GatewayNow now = only(Viewer.system(acme));
    assertThat(now.state()).isEqualTo(Gateway.State.IN_CONTACT);
    assertThat(now.gateway().name()).isEqualTo("toit");
    assertThat(now.gateway().keys()).containsExactly("key1");
    assertThat(now.gateway().batteries()).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(now.gateway().contact().version()).isEqualTo("Forward/1");
    assertThat(now.gateway().contact().backlog()).hasValue(7);
    assertThat(gateways.all(Viewer.system(boreal))).isEmpty();
    assertThat(actions()).contains(Action.GATEWAY_ADDED);
  }

  @Test
  void isAnotherOneAtAnotherClient() {
    says("toit", KEY, first);
    assertThat(gateways.contact(boreal, OTHER_KEY, hello("toit"), Set.of())).isEmpty();
    assertThat(only(Viewer.system(boreal)).gateway().keys()).containsExactly("key2");
    assertThat(only(Viewer.system(acme)).gateway().keys()).containsExactly("key1");
    String uid = only(Viewer.system(acme)).gateway().uid();
    GatewayWish wish = new GatewayWish("X", Duration.ofMinutes(5), Set.of(), Set.of());
    assertThatThrownBy(() -> gateways.change(Actor.SYSTEM, boreal, uid, wish))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> gateways.delete(Actor.SYSTEM, boreal, uid))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void heedsNoOtherKeyUntilSomebodyAllowsIt() {
    says("toit", KEY, first);
    clock.advance(Duration.ofHours(1));
    assertThat(says("toit", OTHER_KEY, second))
        .hasValueSatisfying(why -> assertThat(why).contains("another key"));
    GatewayNow now = only(Viewer.system(acme));
    assertThat(now.state()).isEqualTo(Gateway.State.SILENT);
    assertThat(now.gateway().batteries()).containsExactly(first.id());
    assertThat(now.stranger().map(GatewayNow.Stranger::keyId)).contains("key2");
    gateways.change(
        Actor.SYSTEM,
        acme,
        now.gateway().uid(),
        new GatewayWish(
            "Toit sud", Duration.ofMinutes(5), Set.of("key1", "key2"), Set.of(first.id())));
    assertThat(only(Viewer.system(acme)).stranger()).isEmpty();
    assertThat(says("toit", OTHER_KEY, second)).isEmpty();
    assertThat(only(Viewer.system(acme)).state()).isEqualTo(Gateway.State.IN_CONTACT);
    assertThat(only(Viewer.system(acme)).gateway().name()).isEqualTo("Toit sud");
    assertThat(actions()).contains(Action.GATEWAY_CHANGED);
  }

  @Test
  void isOneSilenceForAllBatteriesBehindIt() {
    says("toit", KEY, first, second);
    clock.advance(Duration.ofMinutes(5));
    assertThat(gateways.silent(Viewer.system(acme))).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(gateways.silent(Viewer.system(acme))).hasSize(1);
    assertThat(gateways.silentOf(Viewer.system(acme))).containsOnlyKeys(first.id(), second.id());
    says("toit", KEY);
    assertThat(gateways.silent(Viewer.system(acme))).isEmpty();
  }

  @Test
  void showsNobodyMoreThanHisBatteries() {
    says("toit", KEY, first);
    says("cave", KEY, second);
    Viewer scoped = new Viewer(acme, "user:1", BatteryScope.only(Set.of(second.id())));
    assertThat(only(scoped).gateway().code()).isEqualTo("cave");
    says("toit", KEY, second);
    assertThat(only(scoped).gateway().code()).isEqualTo("toit");
    assertThat(only(scoped).gateway().batteries()).containsExactly(second.id());
  }

  @Test
  void isKnownAfterARestart() {
    gateways.contact(
        acme,
        KEY,
        new Hello("toit", "", OptionalLong.of(3), OptionalLong.of(clock.millis() + 180_000)),
        Set.of(first.id()));
    gateways.close();
    clock.advance(Duration.ofHours(1));
    gateways = open(clock);
    GatewayNow now = only(Viewer.system(acme));
    assertThat(now.gateway().batteries()).containsExactly(first.id());
    assertThat(now.gateway().contact().backlog()).hasValue(3);
    assertThat(now.gateway().contact().offsetMillis()).hasValue(180_000);
    assertThat(now.gateway().isClockOff()).isTrue();
    // Nobody was there to hear it.
    assertThat(now.state()).isEqualTo(Gateway.State.IN_CONTACT);
    clock.advance(Duration.ofMinutes(6));
    assertThat(only(Viewer.system(acme)).state()).isEqualTo(Gateway.State.SILENT);
  }

  @Test
  void waitsForTheFirstKeyWhenMadeWithoutOne() {
    GatewayWish wish =
        new GatewayWish("Chalet", Duration.ofMinutes(10), Set.of(), Set.of(first.id()));
    assertThat(gateways.create(Actor.SYSTEM, acme, "chalet", wish).state())
        .isEqualTo(Gateway.State.AWAITED);
    assertThatThrownBy(() -> gateways.create(Actor.SYSTEM, acme, "chalet", wish))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("exists");
    assertThat(says("chalet", OTHER_KEY)).isEmpty();
    assertThat(only(Viewer.system(acme)).gateway().keys()).containsExactly("key2");
    assertThat(only(Viewer.system(acme)).gateway().batteries()).containsExactly(first.id());
    assertThat(says("chalet", KEY)).isPresent();
  }

  @Test
  void oneKeyMakesNoMoreThanSome() {
    for (int i = 0; i < Gateways.MOST_OF_A_KEY; i++) {
      assertThat(says("g" + i, KEY)).isEmpty();
    }
    assertThat(says("one-more", KEY))
        .hasValueSatisfying(why -> assertThat(why).contains("too many"));
    assertThat(says("g3", KEY)).isEmpty();
    assertThat(says("one-more", OTHER_KEY)).isEmpty();
  }

  @Test
  void comesAgainAfterItWasDeleted() {
    says("toit", KEY, first);
    gateways.delete(Actor.SYSTEM, acme, only(Viewer.system(acme)).gateway().uid());
    assertThat(gateways.all(Viewer.system(acme))).isEmpty();
    gateways.flush();
    says("toit", OTHER_KEY, first);
    assertThat(only(Viewer.system(acme)).gateway().keys()).containsExactly("key2");
    assertThat(actions()).contains(Action.GATEWAY_DELETED);
  }

  @Test
  void refusesWhatCanNotBe() {
    assertThatThrownBy(() -> new GatewayWish(" ", Duration.ofMinutes(5), Set.of(), Set.of()))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> new GatewayWish("a", Duration.ofSeconds(59), Set.of(), Set.of()))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> new GatewayWish("a", Duration.ofDays(8), Set.of(), Set.of()))
        .isInstanceOf(InvalidException.class);
    GatewayWish wish = new GatewayWish("a", Duration.ofMinutes(5), Set.of(), Set.of());
    assertThatThrownBy(() -> gateways.create(Actor.SYSTEM, acme, "a b", wish))
        .isInstanceOf(InvalidException.class);
  }

  private List<Action> actions() {
    return installation.audit().list(Optional.of(acme), AuditQuery.ALL).entries().stream()
        .map(entry -> entry.change().action())
        .toList();
  }
}
