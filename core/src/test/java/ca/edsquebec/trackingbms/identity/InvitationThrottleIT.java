package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody fills a stranger's mailbox, or the installation's mails of a day, by invitations. */
class InvitationThrottleIT {

  private static final Actor BY = TestIdentity.by(1);

  private static TestIdentity world;
  private static TenantId acme;
  private static TenantId boreal;
  private static Invitations invitations;

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
    boreal = world.installation.tenant("boreal");
    invitations = world.identity.invitations();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void threeMailsToOneMailboxWhoeverSendsThemAndThenAnHoursPause() {
    Invitation first = invite(acme, "anne@example.ca");
    invite(boreal, "ANNE+two@example.ca");
    invitations.sendAgain(BY, Membership.WHOLE, acme, first.id());
    assertThatThrownBy(() -> invite(boreal, "anne@example.ca"))
        .isInstanceOfSatisfying(
            TooSoonException.class,
            e -> assertThat(e.retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)))
        .hasMessageContaining("anne@example.ca");
    assertThatThrownBy(() -> invitations.sendAgain(BY, Membership.WHOLE, acme, first.id()))
        .isInstanceOf(TooSoonException.class);
    assertThatThrownBy(
            () ->
                world
                    .another()
                    .invitations()
                    .invite(BY, Membership.WHOLE, boreal, to("anne+3@example.ca")))
        .as("another program counts the same")
        .isInstanceOf(TooSoonException.class);
    assertThat(mails("anne%@example.ca")).isEqualTo(3);
    invite(boreal, "other@example.ca");
    world.clock.advance(Duration.ofMinutes(61));
    invite(boreal, "anne@example.ca");
    assertThat(mails("anne%@example.ca")).isEqualTo(4);
  }

  @Test
  void whatIsRefusedDoesNotCount() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  invitations.invite(
                      BY,
                      Membership.WHOLE,
                      acme,
                      new NewMember(
                          "luc@example.ca",
                          "Gagnez sur www.evil.example",
                          new Membership(Role.USER, BatteryAccess.ALL),
                          Locale.CANADA)))
          .isInstanceOf(InvalidException.class);
    }
    invite(acme, "luc@example.ca");
    assertThat(mails("luc@example.ca")).isOne();
  }

  @Test
  void manyAtOnceAreNoWayAround() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Invitation>> wishes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        TenantId tenant = i % 2 == 0 ? acme : boreal;
        wishes.add(() -> invite(tenant, "crowd@example.ca"));
      }
      List<Throwable> refused = new ArrayList<>();
      for (Future<Invitation> answer : threads.invokeAll(wishes)) {
        try {
          answer.get();
        } catch (ExecutionException e) {
          refused.add(e.getCause());
        }
      }
      assertThat(refused).hasSize(3).allMatch(TooSoonException.class::isInstance);
      assertThat(mails("crowd@example.ca")).isEqualTo(3);
      assertThat(
              Stream.of(acme, boreal)
                  .flatMap(tenant -> invitations.list(tenant).stream())
                  .filter(one -> one.email().equals("crowd@example.ca")))
          .as("one open invitation of each client")
          .hasSizeLessThanOrEqualTo(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneClientTakesNotAllMailsOfTheInstallation() {
    TenantId busy = world.installation.addTenant("busy", "Affairée");
    for (int i = 0; i < 50; i++) {
      invite(busy, "colleague-" + i + "@example.ca");
    }
    assertThatThrownBy(() -> invite(busy, "one-more@example.ca"))
        .isInstanceOf(TooSoonException.class)
        .hasMessageContaining("this client");
    invite(acme, "one-more@example.ca");
  }

  private static Invitation invite(TenantId tenant, String email) {
    return invitations.invite(BY, Membership.WHOLE, tenant, to(email));
  }

  private static NewMember to(String email) {
    return new NewMember(
        email, "Anne", new Membership(Role.USER, BatteryAccess.ALL), Locale.CANADA_FRENCH);
  }

  private static int mails(String recipient) {
    return Integer.parseInt(world.text("COUNT(*)", "outbox", "recipient LIKE '" + recipient + "'"));
  }
}
