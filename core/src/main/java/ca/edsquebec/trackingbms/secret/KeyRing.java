package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The data keys of this installation. The first of a purpose makes itself. What another program
 * changes is known here after {@link #FRESH} at most; a key that is asked for by its id and not
 * known is looked for again at once.
 *
 * <p>Safe for any number of threads. Methods without an entity manager open the registry and are to
 * be called outside of any unit of work; those with one are for within the registry's. All throw
 * {@link SecretException} when the master key is not the one that the keys were wrapped by.
 */
public final class KeyRing {

  /** For so long after a new key was made, programs may still protect with the one before. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  private record Ring(Map<Purpose, SecretKey> current, Map<String, SecretKey> all, Instant readAt) {

    private static String name(Purpose purpose, String id) {
      return purpose + "/" + id;
    }

    private Optional<SecretKey> find(Purpose purpose, String id) {
      return Optional.ofNullable(all.get(name(purpose, id)));
    }
  }

  private final RegistryDatabase registry;
  private final MasterKey master;
  private final Clock clock;
  private volatile Ring ring = new Ring(Map.of(), Map.of(), Instant.MIN);

  /**
   * @param masterKey 32 bytes
   */
  public KeyRing(RegistryDatabase registry, byte[] masterKey, Clock clock) {
    this.registry = registry;
    this.master = new MasterKey(masterKey);
    this.clock = clock;
  }

  /** The key to protect with now. */
  public SecretKey current(Purpose purpose) {
    return current(purpose, registry::write);
  }

  /** As {@link #current(Purpose)}, within a transaction on the registry. */
  public SecretKey current(EntityManager registryTransaction, Purpose purpose) {
    return current(purpose, work -> work.apply(registryTransaction));
  }

  /** A key that protected something, retired or not; empty when there is none of that id. */
  public Optional<SecretKey> find(Purpose purpose, String id) {
    return find(purpose, id, registry::read);
  }

  /** As {@link #find(Purpose, String)}, within a unit of work on the registry. */
  public Optional<SecretKey> find(EntityManager registryUnit, Purpose purpose, String id) {
    return find(purpose, id, work -> work.apply(registryUnit));
  }

  private SecretKey current(Purpose purpose, Function<Function<EntityManager, Ring>, Ring> unit) {
    Ring known = ring;
    if (!isFresh(known) || !known.current().containsKey(purpose)) {
      known = unit.apply(em -> loadedWith(em, purpose));
      ring = known;
    }
    return known.current().get(purpose);
  }

  private Optional<SecretKey> find(
      Purpose purpose, String id, Function<Function<EntityManager, Ring>, Ring> unit) {
    Ring known = ring;
    Optional<SecretKey> found = known.find(purpose, id);
    if (found.isPresent() || isOfThisSecond(known)) {
      return found;
    }
    Ring read = unit.apply(this::load);
    ring = read;
    return read.find(purpose, id);
  }

  private Ring loadedWith(EntityManager em, Purpose purpose) {
    Ring read = load(em);
    if (read.current().containsKey(purpose)) {
      return read;
    }
    SecretKey first = new SecretKey(RandomText.base32(10), RandomText.bytes(32));
    em.persist(
        new SecretKeyRow(purpose, first, master, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    em.flush();
    return load(em);
  }

  private Ring load(EntityManager em) {
    List<SecretKeyRow> rows =
        em.createQuery(
                "select k from SecretKeyRow k order by k.createdAt, k.id", SecretKeyRow.class)
            .getResultList();
    Map<Purpose, SecretKey> current = new EnumMap<>(Purpose.class);
    Map<String, SecretKey> all = new HashMap<>();
    for (SecretKeyRow row : rows) {
      SecretKey key = row.unwrapped(master);
      all.put(Ring.name(row.purpose(), key.id()), key);
      if (!row.isRetired()) {
        current.put(row.purpose(), key);
      }
    }
    return new Ring(current, all, clock.instant());
  }

  private boolean isFresh(Ring known) {
    return known.readAt().plus(FRESH).isAfter(clock.instant());
  }

  // Made-up ids must not make us ask the database each time.
  private boolean isOfThisSecond(Ring known) {
    return known.readAt().plusSeconds(1).isAfter(clock.instant());
  }
}
