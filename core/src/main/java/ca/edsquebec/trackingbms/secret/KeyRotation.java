package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Replaces the data keys while the portal goes on: {@link #begin}, {@link #reseal} every database,
 * wait until {@link #removableAt}, then {@link #finish}. Each step may be repeated, and what broke
 * off anywhere goes on where it stood. For one program at a time: hold a lease.
 *
 * <p>Between begin and finish both keys open what they sealed, so nothing is unreadable at any
 * time.
 */
public final class KeyRotation {

  /** Until no program can still seal with a key that is retired. */
  private static final Duration IN_USE = KeyRing.KNOWN.plus(KeyRing.FRESH);

  /** Access tokens and forms that an old key vouches for are past by then. */
  private static final Duration SIGNED = Duration.ofDays(1);

  private final Databases databases;
  private final KeyRing keys;
  private final SecretBox box;
  private final Clock clock;

  public KeyRotation(Databases databases, KeyRing keys, Clock clock) {
    this.databases = databases;
    this.keys = keys;
    this.box = new SecretBox(keys);
    this.clock = clock;
  }

  /**
   * Makes a new key for each purpose and retires those of today; when a change is under way it goes
   * on with that one.
   *
   * @return true when it made new ones
   */
  public boolean begin() {
    keys.refresh();
    boolean isNew = removableAt().isEmpty();
    if (isNew) {
      keys.renew();
    }
    return isNew;
  }

  /** The registry (empty), then every client. */
  public List<Optional<TenantId>> places() {
    List<Optional<TenantId>> places = new ArrayList<>();
    places.add(Optional.empty());
    databases.tenants().list().forEach(tenant -> places.add(Optional.of(tenant.id())));
    return places;
  }

  /**
   * Seals anew what retired keys sealed in one database.
   *
   * @return how many secrets
   * @throws SecretException when one of them can't be opened: its row must be repaired or deleted
   */
  public int reseal(Optional<TenantId> where) {
    String current = keys.current(Purpose.SECRETS).id();
    int done = 0;
    for (SealedColumn column :
        ServiceLoader.load(SealedColumn.class, SealedColumn.class.getClassLoader())) {
      SealedColumn.Place place = column.place();
      if (where.isPresent() ? place.inClients() : place.inRegistry()) {
        done += new Resealing(databases, box, where, place, current).run();
      }
    }
    return done;
  }

  /** From when on the retired key can be removed; empty when there is none. */
  public Optional<Instant> removableAt() {
    return databases
        .registry()
        .read(
            em ->
                em.createQuery(
                        "select k from SecretKeyRow k where k.purpose = :secrets and k.retiredAt is"
                            + " not null",
                        SecretKeyRow.class)
                    .setParameter("secrets", Purpose.SECRETS)
                    .getResultStream()
                    .map(row -> row.retiredAt().plus(IN_USE))
                    .max(Instant::compareTo));
  }

  /**
   * Removes the retired key when nothing is sealed by it any more; what still is, it seals anew,
   * and leaves the key to whoever has just read that. Keys that signed something are removed a day
   * after they were retired, those of the audit never.
   *
   * @return false when it found something: call again some seconds later
   * @throws IllegalStateException before {@link #removableAt}
   */
  public boolean finish() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (removableAt().filter(now::isBefore).isPresent()) {
      throw new IllegalStateException("programs may still seal with the retired key");
    }
    if (places().stream().mapToInt(this::reseal).sum() > 0) {
      return false;
    }
    databases.registry().write(em -> remove(em, now));
    keys.refresh();
    return true;
  }

  private static int remove(EntityManager em, Instant now) {
    return em.createQuery(
                "delete from SecretKeyRow k where k.retiredAt is not null and k.purpose = :secrets")
            .setParameter("secrets", Purpose.SECRETS)
            .executeUpdate()
        + em.createQuery(
                "delete from SecretKeyRow k where k.retiredAt < :past and k.purpose in :signing")
            .setParameter("past", now.minus(SIGNED))
            .setParameter("signing", List.of(Purpose.TOKENS, Purpose.CSRF))
            .executeUpdate();
  }

  /**
   * Wraps all data keys by the master key of today; those that the one before wrapped. Every
   * program must know both while this is done.
   *
   * @return how many
   */
  public int rewrap() {
    return keys.rewrap();
  }
}
