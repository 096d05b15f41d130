package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.platform.UnavailableException;
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
import java.util.stream.Stream;

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

  /** {@link #known} gives no key that was read longer ago. */
  static final Duration KNOWN = Duration.ofMinutes(5);

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
  private final Optional<MasterKey> previousMaster;
  private final Clock clock;
  private volatile Ring ring = new Ring(Map.of(), Map.of(), Instant.MIN);

  /**
   * @param masterKey 32 bytes
   */
  public KeyRing(RegistryDatabase registry, byte[] masterKey, Clock clock) {
    this(registry, masterKey, Optional.empty(), clock);
  }

  /**
   * As above, while the master key changes.
   *
   * @param previous the master key of before, 32 bytes: what it wrapped is read, too
   */
  public KeyRing(
      RegistryDatabase registry, byte[] masterKey, Optional<byte[]> previous, Clock clock) {
    this.registry = registry;
    this.master = new MasterKey(masterKey);
    this.previousMaster = previous.map(MasterKey::new);
    this.clock = clock;
  }

  /** Reads all keys now, and makes the first of each purpose that has none. */
  public void refresh() {
    ring = registry.write(em -> loadedWith(em, Purpose.values()));
  }

  /** The key to protect with now. */
  public SecretKey current(Purpose purpose) {
    if (!isFresh(ring) || !ring.current().containsKey(purpose)) {
      refresh();
    }
    return ring.current().get(purpose);
  }

  /**
   * As {@link #current(Purpose)}, where a key that was replaced minutes ago will do: asks the
   * registry only when it was not read lately.
   */
  public SecretKey recent(Purpose purpose) {
    Ring known = ring;
    boolean lately = known.readAt().plus(KNOWN).isAfter(clock.instant());
    return lately && known.current().containsKey(purpose)
        ? known.current().get(purpose)
        : current(purpose);
  }

  /** As {@link #current(Purpose)}, within a transaction on the registry. */
  public SecretKey current(EntityManager registryTransaction, Purpose purpose) {
    Ring known = ring;
    // Not remembered: a key made here is gone when that transaction is rolled back.
    return isFresh(known) && known.current().containsKey(purpose)
        ? known.current().get(purpose)
        : loadedWith(registryTransaction, purpose).current().get(purpose);
  }

  /**
   * As {@link #current(Purpose)}, within a unit of work where the registry can't be asked; for
   * programs that {@link #refresh} at least each minute.
   *
   * @throws UnavailableException when it was read too long ago to be relied on
   */
  public SecretKey known(Purpose purpose) {
    Ring known = ring;
    if (!known.readAt().plus(KNOWN).isAfter(clock.instant())
        || !known.current().containsKey(purpose)) {
      throw new UnavailableException("the keys have not been read lately", FRESH, null);
    }
    return known.current().get(purpose);
  }

  /** A key that protected something, retired or not; empty when there is none of that id. */
  public Optional<SecretKey> find(Purpose purpose, String id) {
    Ring known = ring;
    Optional<SecretKey> found = known.find(purpose, id);
    if (found.isPresent() || (isMadeUpEasily(purpose) && isOfThisSecond(known))) {
      return found;
    }
    ring = registry.read(this::load);
    return ring.find(purpose, id);
  }

  /** As {@link #find(Purpose, String)}, within a unit of work on the registry. */
  public Optional<SecretKey> find(EntityManager registryUnit, Purpose purpose, String id) {
    Optional<SecretKey> found = ring.find(purpose, id);
    return found.isPresent() ? found : load(registryUnit).find(purpose, id);
  }

  /** As {@link #find(Purpose, String)}, among the keys that were read last; asks nobody. */
  public Optional<SecretKey> remembered(Purpose purpose, String id) {
    return ring.find(purpose, id);
  }

  private Ring loadedWith(EntityManager em, Purpose... purposes) {
    Ring read = load(em);
    boolean made = false;
    for (Purpose purpose : purposes) {
      if (!read.current().containsKey(purpose)) {
        em.persist(new SecretKeyRow(purpose, newKey(), master, now()));
        made = true;
      }
    }
    if (!made) {
      return read;
    }
    em.flush();
    return load(em);
  }

  /** Makes a new key for each purpose and retires those of now. */
  void renew() {
    registry.write(
        em -> {
          rows(em).stream().filter(row -> !row.isRetired()).forEach(row -> row.retire(now()));
          for (Purpose purpose : Purpose.values()) {
            em.persist(new SecretKeyRow(purpose, newKey(), master, now()));
          }
          return null;
        });
    refresh();
  }

  /**
   * Wraps by the master key what the previous one wrapped.
   *
   * @return how many keys
   */
  int rewrap() {
    return registry.write(
        em -> {
          int count = 0;
          for (SecretKeyRow row : rows(em)) {
            count += row.rewrap(wrapperOf(row), master) ? 1 : 0;
          }
          return count;
        });
  }

  MasterKey master() {
    return master;
  }

  /** The master key of a given id among those that the settings hold. */
  Optional<MasterKey> master(String id) {
    return Stream.concat(Stream.of(master), previousMaster.stream())
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  private MasterKey wrapperOf(SecretKeyRow row) {
    return previousMaster.filter(row::isWrappedBy).orElse(master);
  }

  private static SecretKey newKey() {
    return new SecretKey(RandomText.base32(10), RandomText.bytes(32));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static List<SecretKeyRow> rows(EntityManager em) {
    return em.createQuery(
            "select k from SecretKeyRow k order by k.createdAt, k.id", SecretKeyRow.class)
        .getResultList();
  }

  private Ring load(EntityManager em) {
    Map<Purpose, SecretKey> current = new EnumMap<>(Purpose.class);
    Map<String, SecretKey> all = new HashMap<>();
    for (SecretKeyRow row : rows(em)) {
      SecretKey key = row.unwrapped(wrapperOf(row));
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

  // Those come with requests, all others from our own rows: made-up ids must not make us ask the
  // database each time, while what was sealed a moment ago must open.
  private static boolean isMadeUpEasily(Purpose purpose) {
    return purpose == Purpose.TOKENS || purpose == Purpose.CSRF;
  }

  private boolean isOfThisSecond(Ring known) {
    return known.readAt().plusSeconds(1).isAfter(clock.instant());
  }
}
