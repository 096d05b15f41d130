package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.notification.OutboxTable.Claimed;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries single messages from an outbox to the channel and writes down what became of them. */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private static final Backoff MESSAGE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(4));
  private static final Backoff AWAY = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));

  /** A message that is put off again and again is given up after that time. */
  private static final Duration PATIENCE = Duration.ofDays(5);

  /** A message that may have arrived so many times is not sent again. */
  private static final int MAX_UNSURE = 3;

  private final SecretBox box;
  private final Channel channel;
  private final Quota quota;
  private final Clock clock;
  private final String claimant = RandomText.base32(26);

  /** What became of messages when the database was away: nothing is sent before that is written. */
  private final Deque<Runnable> unwritten = new ArrayDeque<>();

  private int awayTimes;
  private Instant awayUntil = Instant.MIN;
  private Instant clientsClosedUntil = Instant.MIN;
  private Instant allClosedUntil = Instant.MIN;

  Courier(SecretBox box, Channel channel, Quota quota, Clock clock) {
    this.box = box;
    this.channel = channel;
    this.quota = quota;
    this.clock = clock;
  }

  /** False while channel or database are away; writes down first what could not be before. */
  boolean isReady() {
    for (Iterator<Runnable> outcomes = unwritten.iterator(); outcomes.hasNext(); ) {
      try {
        outcomes.next().run();
        outcomes.remove();
      } catch (UnavailableException away) {
        LOG.warn("mails wait: {}", away.getMessage());
        return false;
      } catch (NotFoundException gone) {
        outcomes.remove();
      } catch (DatabaseException e) {
        // Its claim keeps it from being sent again meanwhile; others need not wait for it.
        LOG.warn("what became of a message can't be written down yet: {}", e.getMessage());
      }
    }
    return !clock.instant().isBefore(awayUntil);
  }

  /** Until when that outbox has no part of the quota left; empty when it has. */
  Optional<Instant> closedUntil(Optional<TenantId> where) {
    Instant until = where.isPresent() ? clientsClosedUntil : allClosedUntil;
    return Optional.of(until).filter(clock.instant()::isBefore);
  }

  /**
   * @return false when no further message of that outbox passes now
   */
  boolean carry(OutboxTable table, Optional<TenantId> where, String uid) {
    if (closedUntil(where).isPresent()) {
      return false;
    }
    Optional<LocalDate> day = quota.take(where.isPresent());
    if (day.isEmpty()) {
      closeUntilTomorrow(where);
      return false;
    }
    Optional<Claimed> claimed = table.claim(uid, claimant);
    Outcome outcome = claimed.map(message -> tried(table, where, message)).orElse(null);
    if (outcome == null) {
      quota.giveBack(day.get());
      return true;
    }
    write(settled(table, claimed.get(), outcome));
    if (outcome.kind() != Outcome.Kind.SENT && outcome.kind() != Outcome.Kind.UNSURE) {
      quota.giveBack(day.get());
    }
    return outcome.kind() != Outcome.Kind.AWAY;
  }

  private Outcome tried(OutboxTable table, Optional<TenantId> where, Claimed message) {
    if (message.unsure() >= MAX_UNSURE) {
      return new Outcome(Outcome.Kind.REFUSED, "it may have arrived, the server never said so");
    }
    try {
      Notice notice =
          new Notice(
              message.uid(),
              message.recipient(),
              Locale.forLanguageTag(message.locale()),
              message.template(),
              Content.open(box, Content.place(where, message.uid()), message.content()));
      return channel.deliver(notice, () -> end(table, message));
    } catch (RuntimeException e) {
      // Ours: a key or a text that this version lacks. Others must not wait for it.
      LOG.error("message {} of {} can't be sent", message.uid(), Delivery.name(where), e);
      return new Outcome(Outcome.Kind.LATER, e.getMessage());
    }
  }

  private void end(OutboxTable table, Claimed message) {
    if (!table.end(message.uid(), claimant)) {
      throw new IllegalStateException("took too long: another program has it now");
    }
  }

  /** What is to be written down; to be called once, the answer may be run again. */
  private Runnable settled(OutboxTable table, Claimed message, Outcome outcome) {
    Instant now = clock.instant();
    String uid = message.uid();
    if (outcome.kind() == Outcome.Kind.AWAY) {
      away(outcome, now);
      return () -> table.putBack(uid, claimant, now, 0, 0, outcome.answer());
    }
    back();
    boolean unsure = outcome.kind() == Outcome.Kind.UNSURE;
    if (outcome.kind() == Outcome.Kind.SENT) {
      return () -> table.done(uid, claimant, State.SENT, outcome.answer(), now);
    }
    if (outcome.kind() == Outcome.Kind.REFUSED || message.queuedAt().plus(PATIENCE).isBefore(now)) {
      LOG.warn("message {} ({}) is given up: {}", uid, message.template(), outcome.answer());
      return () -> table.done(uid, claimant, State.FAILED, outcome.answer(), now);
    }
    Instant due = now.plus(MESSAGE.after(message.attempts() + 1));
    return () -> table.putBack(uid, claimant, due, 1, unsure ? 1 : 0, outcome.answer());
  }

  private void away(Outcome outcome, Instant now) {
    if (awayTimes++ == 0) {
      LOG.warn("no {} passes, all wait: {}", channel.id(), outcome.answer());
    }
    awayUntil = now.plus(AWAY.after(awayTimes));
  }

  private void back() {
    if (awayTimes > 0) {
      LOG.info("{} passes again", channel.id());
      awayTimes = 0;
    }
  }

  private void closeUntilTomorrow(Optional<TenantId> where) {
    clientsClosedUntil = quota.nextDay();
    if (where.isEmpty()) {
      allClosedUntil = clientsClosedUntil;
    }
    LOG.warn(
        "the daily quota is used up: mails of {} wait until {}",
        where.isPresent() ? "clients" : "the installation and of clients",
        clientsClosedUntil);
  }

  private void write(Runnable outcome) {
    unwritten.add(outcome);
    isReady();
  }
}
