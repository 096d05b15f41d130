package ca.edsquebec.trackingbms.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryIT {

  private static final int PLENTY = 500;

  private final Post post = new Post();
  private final RecordingChannel channel = new RecordingChannel();
  private final Delivery delivery = post.delivery(channel, PLENTY);

  @AfterEach
  void stop() {
    post.close();
  }

  @Test
  void deliversWhatWasQueuedAndForgetsWhatItSaid() {
    post.queue("anne@example.ca");
    delivery.flush();
    assertThat(channel.sent(Notice::to)).containsExactly("anne@example.ca");
    assertThat(channel.sent(Notice::values)).containsExactly(Map.of("by", "Anne"));
    assertThat(post.column("state")).containsExactly("SENT");
    assertThat(post.column("content")).containsOnlyNulls();
    delivery.flush();
    assertThat(channel.sent).hasSize(1);
  }

  @Test
  void deliversAtOnceWhatWasQueuedHereForAnyClient() {
    delivery.listenTo(post.outbox, () -> {});
    delivery.flush();
    post.queueOf("boreal", "luc@example.ca");
    delivery.flush();
    assertThat(channel.sent(Notice::to)).containsExactly("luc@example.ca");
  }

  @Test
  void findsWhatAnotherProgramQueuedForAClient() {
    delivery.flush();
    post.queueOf("boreal", "luc@example.ca");
    delivery.flush();
    assertThat(channel.sent).isEmpty();
    post.clock.advance(Visits.IDLE_CLIENT.plusSeconds(1));
    delivery.flush();
    assertThat(channel.sent(Notice::to)).containsExactly("luc@example.ca");
  }

  @Test
  void losesAndDoublesNothingWhileTheServerIsAway() {
    channel.answers(Kind.AWAY);
    List<String> all = IntStream.range(0, 25).mapToObj(i -> "p" + i + "@example.ca").toList();
    all.forEach(post::queue);
    for (int i = 0; i < 20; i++) {
      delivery.flush();
      post.clock.advance(Duration.ofMinutes(5));
    }
    assertThat(post.column("state")).containsOnly("WAITING").hasSize(25);
    channel.answers(Kind.SENT);
    post.clock.advance(Duration.ofMinutes(15));
    delivery.flush();
    delivery.flush();
    assertThat(channel.sent(Notice::to)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void asksAServerThatIsAwayLessAndLessOften() {
    channel.answers(Kind.AWAY);
    post.queue("anne@example.ca");
    delivery.flush();
    channel.answers(Kind.SENT);
    delivery.flush();
    assertThat(channel.sent).isEmpty();
    post.clock.advance(Duration.ofSeconds(19));
    delivery.flush();
    assertThat(channel.sent).hasSize(1);
  }

  @Test
  void sendsEachOnceWhenSeveralDeliverAtOnce() throws Exception {
    List<String> all = IntStream.range(0, 60).mapToObj(i -> "p" + i + "@example.ca").toList();
    all.forEach(post::queue);
    List<Callable<Void>> programs =
        IntStream.range(0, 4)
            .mapToObj(i -> post.delivery(channel, PLENTY))
            .map(
                program ->
                    (Callable<Void>)
                        () -> {
                          program.flush();
                          return null;
                        })
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> end : threads.invokeAll(programs)) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(channel.sent(Notice::to)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(post.column("state")).containsOnly("SENT");
  }

  @Test
  void sendsWhatADeadProgramHadClaimed() {
    post.queue("anne@example.ca");
    post.change(
        "UPDATE {db}.outbox SET state = 'SENDING', claimed_by = 'dead', claimed_until = UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE");
    delivery.flush();
    assertThat(channel.sent).as("the claim still holds").isEmpty();
    post.change("UPDATE {db}.outbox SET claimed_until = '2000-01-01'");
    post.clock.advance(Visits.IDLE_REGISTRY);
    delivery.flush();
    assertThat(channel.sent).hasSize(1);
    assertThat(post.column("unsure")).containsExactly("0");
  }

  @Test
  void sendsNothingOnceItsClaimIsLost() {
    post.queue("anne@example.ca");
    Channel slow =
        new Channel() {
          @Override
          public String id() {
            return "mail";
          }

          @Override
          public Outcome deliver(Notice notice, Runnable beforeEnd) {
            post.change("UPDATE {db}.outbox SET claimed_by = 'other'");
            return channel.deliver(notice, beforeEnd);
          }

          @Override
          public void rest() {}

          @Override
          public void close() {}
        };
    post.delivery(slow, PLENTY).flush();
    assertThat(channel.sent).isEmpty();
    assertThat(post.column("claimed_by")).containsExactly("other");
  }

  @Test
  void doublesWithTheSameNameWhatMayHaveArrivedButNotForEver() {
    channel.answers(Kind.UNSURE);
    post.queue("anne@example.ca");
    for (int i = 0; i < 10; i++) {
      delivery.flush();
      post.clock.advance(Duration.ofHours(5));
    }
    assertThat(channel.sent).hasSize(3);
    assertThat(channel.sent(Notice::uid).stream().distinct()).hasSize(1);
    assertThat(post.column("state")).containsExactly("FAILED");
  }

  @Test
  void writesDownWhatWasSentWhenTheDatabaseIsBack() {
    post.queue("anne@example.ca");
    String renamed = "RENAME TABLE {db}.outbox TO {db}.outbox_away";
    channel.meanwhile(() -> post.change(renamed));
    delivery.flush();
    post.change("RENAME TABLE {db}.outbox_away TO {db}.outbox");
    post.clock.advance(Visits.IDLE_CLIENT.plusSeconds(1));
    delivery.flush();
    assertThat(channel.sent).hasSize(1);
    assertThat(post.column("state")).containsExactly("SENT");
  }

  @Test
  void failsAtOnceWhatIsRefusedForGood() {
    channel.answers("nobody@example.ca", Kind.REFUSED);
    post.queue("nobody@example.ca");
    post.queue("somebody@example.ca");
    delivery.flush();
    assertThat(post.column("state")).containsExactlyInAnyOrder("FAILED", "SENT");
    assertThat(post.column("content")).containsOnlyNulls();
    assertThat(post.column("answer")).contains("it says REFUSED");
  }

  @Test
  void givesUpAfterFiveDays() {
    channel.answers(Kind.LATER);
    post.queue("anne@example.ca");
    for (int i = 0; i < 5 * 24; i++) {
      delivery.flush();
      assertThat(post.column("state")).containsExactly("WAITING");
      post.clock.advance(Duration.ofHours(1));
    }
    post.clock.advance(Duration.ofHours(6));
    delivery.flush();
    assertThat(post.column("state")).containsExactly("FAILED");
  }

  @Test
  void keepsAFifthOfTheQuotaForAccounts() {
    Delivery small = post.delivery(channel, 10);
    IntStream.range(0, 20).forEach(i -> post.queueOf("acme", "client" + i + "@example.ca"));
    IntStream.range(0, 5).forEach(i -> post.queue("account" + i + "@example.ca"));
    post.clock.advance(Duration.ofMinutes(2));
    small.listenTo(post.outbox, () -> {});
    small.flush();
    assertThat(channel.sent).hasSize(8);
    post.queue("late@example.ca");
    small.flush();
    assertThat(channel.sent).hasSize(9);
    post.clock.advance(untilTomorrow());
    small.flush();
    assertThat(channel.sent).hasSize(17);
  }

  @Test
  void countsAgainstTheQuotaOnlyWhatWentOut() {
    channel.answers("nobody@example.ca", Kind.REFUSED);
    post.queue("nobody@example.ca");
    post.queue("anne@example.ca");
    delivery.flush();
    assertThat(post.read("SELECT SUM(used) FROM {db}.mail_day")).containsExactly("1");
  }

  @Test
  void letsNoBusyClientHoldUpAnother() {
    delivery.listenTo(post.outbox, () -> {});
    IntStream.range(0, 40).forEach(i -> post.queueOf("acme", "acme" + i + "@example.ca"));
    post.queueOf("boreal", "boreal@example.ca");
    delivery.flush();
    assertThat(channel.sent).hasSize(41);
    assertThat(channel.sent(Notice::to).indexOf("boreal@example.ca")).isLessThanOrEqualTo(10);
  }

  @Test
  void deletesWhatIsLongDone() {
    post.queue("anne@example.ca");
    delivery.flush();
    post.clock.advance(Duration.ofDays(29));
    delivery.flush();
    assertThat(post.column("state")).hasSize(1);
    post.clock.advance(Duration.ofDays(2));
    delivery.flush();
    assertThat(post.column("state")).isEmpty();
  }

  private Duration untilTomorrow() {
    Instant now = post.clock.instant();
    return Duration.between(
        now, now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC));
  }
}
