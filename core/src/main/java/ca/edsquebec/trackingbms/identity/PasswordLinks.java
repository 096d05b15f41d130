package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links by which somebody who forgot the password sets another, within a unit of work. */
final class PasswordLinks {

  /** So many mails an hour; whoever asks more often has them already. */
  private static final int PER_HOUR = 3;

  private PasswordLinks() {}

  /** Makes one, and makes those before useless. */
  static String make(EntityManager em, UserRow user, Instant now) {
    use(em, user.id(), now);
    String token = SecretHash.random();
    em.persist(new PasswordLinkRow(token, user, now));
    return token;
  }

  static boolean isTooMany(EntityManager em, UserRow user, Instant now) {
    return em.createQuery(
                "select count(l) from PasswordLinkRow l"
                    + " where l.user.id = :user and l.createdAt > :since",
                Long.class)
            .setParameter("user", user.id())
            .setParameter("since", now.minus(Duration.ofHours(1)))
            .getSingleResult()
        >= PER_HOUR;
  }

  /** Whose it is; empty when it is none, was used or is too old. */
  static Optional<UserRow> user(EntityManager em, String token, Instant now) {
    return Optional.ofNullable(em.find(PasswordLinkRow.class, SecretHash.of(token)))
        .filter(row -> row.isGood(now))
        .map(PasswordLinkRow::user);
  }

  /**
   * All of a person's.
   *
   * @return how many were good still
   */
  static int use(EntityManager em, long userId, Instant now) {
    return em.createQuery(
            "update PasswordLinkRow l set l.usedAt = :now"
                + " where l.user.id = :user and l.usedAt is null and l.expiresAt > :now")
        .setParameter("now", now)
        .setParameter("user", userId)
        .executeUpdate();
  }
}
