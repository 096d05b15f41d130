package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A battery that the portal asks, set and tried by its client's administrator. */
@ExtendWith(PortalExtension.class)
class PullPageIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Portal portal;
  private final Cast cast;
  private final Visitor admin;
  private Battery battery;

  PullPageIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.admin = new Visitor(portal.http());
  }

  @BeforeEach
  void signIn() {
    battery =
        cast.fleet()
            .add(
                Actor.SYSTEM,
                portal.acme().tenant(),
                NewBattery.builder("PULL-" + NUMBER.incrementAndGet(), "Essai", "Banc", "thingset")
                    .build());
    admin.signIn(cast.join(Membership.WHOLE));
  }

  @Test
  void showsWhatTheBatterySaysBeforeAnythingIsSaved() throws Exception {
    try (DeviceServer device = new DeviceServer(Devices.thingSet())) {
      String address = "tcp://127.0.0.1:" + device.port();
      Answer tried = admin.send(page("/test"), Map.of("address", address));
      assertThat(tried.status()).isEqualTo(200);
      assertThat(tried.body())
          .contains("Ce que dit la batterie", "52,50\u00a0V", "76\u00a0%", "value=\"" + address)
          .doesNotContain("Ce qui se passe");
    }
  }

  @Test
  void asksFromNowOnUntilToldNoMore() throws Exception {
    try (DeviceServer device = new DeviceServer(Devices.thingSet())) {
      Answer saved = admin.send(page(""), Map.of("address", "tcp://127.0.0.1:" + device.port()));
      assertThat(saved.status()).isEqualTo(303);
      until(() -> admin.get(page("")).body().contains("En conversation"), device);
      assertThat(admin.get(page("")).body()).contains("Ne plus interroger");
      Answer busy =
          admin.send(page("/test"), Map.of("address", "tcp://127.0.0.1:" + device.port()));
      assertThat(busy.status()).isEqualTo(400);
      assertThat(busy.body()).contains("interrogée en ce moment");
      admin.send(page("/off"), Map.of());
      device.awaitNobody();
      assertThat(admin.get(page("")).body()).contains("Arrêtée");
    }
  }

  @Test
  void saysWhyItHeardNothing() throws Exception {
    DeviceServer off = new DeviceServer(Devices.silent());
    off.close();
    Answer tried = admin.send(page("/test"), Map.of("address", "tcp://127.0.0.1:" + off.port()));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.body()).contains("L’hôte refuse la connexion");
  }

  @Test
  void triesOneAtATimeForAClientAndSaysSo() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (DeviceServer silent = new DeviceServer(Devices.silent());
        DeviceServer device = new DeviceServer(Devices.thingSet())) {
      Map<String, String> form = Map.of("address", "tcp://127.0.0.1:" + device.port());
      Visitor colleague = new Visitor(portal.http());
      colleague.signIn(cast.join(Membership.WHOLE));
      String dumb = "tcp://127.0.0.1:" + silent.port();
      Future<Answer> going =
          thread.submit(() -> admin.send(page("/test"), Map.of("address", dumb)));
      silent.awaitSomebody();
      Answer second = colleague.send(page("/test"), form);
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.body()).contains("une à la fois par client", "href=\"#address\"");
      assertThat(device.connections()).isZero();
      silent.turnOff();
      assertThat(going.get().status()).isEqualTo(200);
      assertThat(colleague.send(page("/test"), form).status()).isEqualTo(200);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void saysWhatIsWrongAtTheField() {
    for (String form : new String[] {"", "/test"}) {
      refused(form, "", "de la forme indiquée");
      refused(form, "http://localhost/", "de la forme indiquée");
      refused(form, "canlog://localhost", "ne convient pas au connecteur");
      refused(form, "tcp://no-such-host.invalid:9001", "n’existe pas");
    }
    assertThat(admin.get(page("")).body()).doesNotContain("Ce qui se passe");
  }

  private void refused(String form, String address, String why) {
    Answer answer = admin.send(page(form), Map.of("address", address));
    assertThat(answer.status()).as(address).isEqualTo(400);
    assertThat(answer.body()).contains(why, "href=\"#address\"");
  }

  @Test
  void isNothingForOthers() {
    Visitor user = new Visitor(portal.http());
    user.signIn(portal.acme().user());
    assertThat(user.get(page("")).status()).isEqualTo(403);
    Visitor other = new Visitor(portal.http());
    other.signIn(portal.boreal().admin());
    assertThat(other.get(page("")).status()).isEqualTo(404);
    assertThat(other.get(page("").replace("/acme/", "/boreal/")).status()).isEqualTo(404);
    assertThat(
            other
                .send(
                    page("").replace("/acme/", "/boreal/"),
                    Map.of("address", "tcp://127.0.0.1:9001"))
                .status())
        .isEqualTo(404);
  }

  private interface Condition {
    boolean holds();
  }

  // Another program's connection and database: nothing to await but to ask.
  private static void until(Condition so, DeviceServer device) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!so.holds()) {
      assertThat(System.nanoTime())
          .as(device.connections() + " connections, and nothing was read in time")
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  private String page(String rest) {
    return "/c/acme/batteries/" + battery.uid() + "/pull" + rest;
  }
}
