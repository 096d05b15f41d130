package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client's gateways: who sends for which batteries, and whether it still does. From memory; a row
 * a gateway follows within half a minute. Safe for any number of threads, none of which may be
 * within a unit of work; the errors are those of {@link TenantDatabase}. Changes are made by those
 * who may: the caller has checked that.
 */
public final class Gateways implements AutoCloseable {

  /** As many a client may have. */
  public static final int MOST = 500;

  /** As many may appear by themselves with one key: a stolen one must not fill the list. */
  static final int MOST_OF_A_KEY = 20;

  /** How much older a contact may be in the database. */
  public static final Duration BEHIND = Duration.ofSeconds(30);

  private static final int UID_LENGTH = 8;

  private final TenantDatabase database;
  private final Keeping keeping;
  private final Clock clock;
  private final Instant startedAt;
  private final Map<TenantId, OfTenant> tenants = new ConcurrentHashMap<>();
  private final Flusher flusher;

  public Gateways(TenantDatabase database, Audit audit, Clock clock) {
    this.database = database;
    this.keeping = new Keeping(database, audit);
    this.clock = clock;
    this.startedAt = clock.instant();
    this.flusher = new Flusher(database, tenants);
    flusher.start(BEHIND);
  }

  /**
   * Takes what a gateway said with a request whose measurements are dealt with. One that nobody
   * knows appears, and one that has no key gets this one.
   *
   * @param key the API key that sent it
   * @param batteries internal ids of those that the request was about
   * @return why it counts for nothing, in English; empty when it counts
   */
  public Optional<String> contact(TenantId tenant, Actor key, Hello hello, Set<Long> batteries) {
    OfTenant known = of(tenant);
    Optional<Seen> seen = known.named(hello.code());
    if (seen.isEmpty() || seen.get().gateway().keys().isEmpty()) {
      Optional<String> why = adopt(tenant, key, hello.code());
      if (why.isPresent()) {
        return why;
      }
      known = of(tenant);
      seen = known.named(hello.code());
    }
    if (seen.isEmpty() || !seen.get().said(key.id(), hello, now())) {
      return Optional.of(
          "gateway %s belongs to another key: its contact is not noted".formatted(hello.code()));
    }
    known.carried(seen.get().gateway().id(), batteries);
    return Optional.empty();
  }

  /** Gives the gateway to that key, unless it has one meanwhile; makes it when there is none. */
  private synchronized Optional<String> adopt(TenantId tenant, Actor key, String code) {
    OfTenant known = of(tenant);
    Optional<Seen> seen = known.named(code);
    if (seen.isPresent()) {
      Gateway gateway = seen.get().gateway();
      if (gateway.keys().isEmpty()) {
        flusher.flush(tenant);
        Set<Long> behind = known.behind().getOrDefault(gateway.id(), Set.of());
        Set<String> keys = Set.of(key.id());
        keeping.change(
            key,
            tenant,
            gateway,
            new GatewayWish(gateway.name(), gateway.silentAfter(), keys, behind));
        reload(tenant);
      }
      return Optional.empty();
    }
    if (known.size() >= MOST || known.countOf(key.id()) >= MOST_OF_A_KEY) {
      return Optional.of(
          "gateway %s is not noted: there are too many already, delete some".formatted(code));
    }
    GatewayWish wish = new GatewayWish(code, GatewayWish.USUAL, Set.of(key.id()), Set.of());
    keeping.add(key, tenant, fresh(code, wish), wish);
    reload(tenant);
    return Optional.empty();
  }

  /** Those that have batteries which the viewer may see, with these alone; by name. */
  public List<GatewayNow> all(Viewer viewer) {
    OfTenant known = of(viewer.tenant());
    Map<Long, Set<Long>> behind = known.behind();
    return known.all().stream()
        .map(seen -> now(seen, behind))
        .map(one -> one.seenBy(viewer.scope()))
        .filter(one -> viewer.scope().all() || !one.gateway().batteries().isEmpty())
        .sorted(
            Comparator.comparing((GatewayNow one) -> one.gateway().name())
                .thenComparing(one -> one.gateway().code()))
        .toList();
  }

  /**
   * @throws NotFoundException when there is none that this viewer may see
   */
  public GatewayNow gateway(Viewer viewer, String uid) {
    return all(viewer).stream()
        .filter(one -> one.gateway().uid().equals(uid))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("gateway \"" + uid + "\""));
  }

  /** Those that are silent and have batteries which the viewer may see, with these; by name. */
  public List<GatewayNow> silent(Viewer viewer) {
    return all(viewer).stream()
        .filter(one -> one.isSilent() && !one.gateway().batteries().isEmpty())
        .toList();
  }

  /** The silent gateway of each battery that is behind one, by the battery's internal id. */
  public Map<Long, Gateway> silentOf(Viewer viewer) {
    Map<Long, Gateway> silent = new HashMap<>();
    for (GatewayNow one : silent(viewer)) {
      one.gateway().batteries().forEach(battery -> silent.put(battery, one.gateway()));
    }
    return silent;
  }

  /**
   * Makes one that is expected.
   *
   * @param code what it will call itself
   * @throws InvalidException when there is one of that code, or too many
   */
  public synchronized GatewayNow create(Actor by, TenantId tenant, String code, GatewayWish wish) {
    if (!Hello.isCode(code)) {
      throw new InvalidException("code", "a code has 1 to 40 letters, digits, . _ and -");
    }
    flusher.flush(tenant);
    if (of(tenant).size() >= MOST) {
      throw new InvalidException("code", "a client has at most %d gateways".formatted(MOST));
    }
    Gateway made = fresh(code, wish);
    if (!keeping.add(by, tenant, made, wish)) {
      throw new InvalidException("code", "gateway \"" + code + "\" exists");
    }
    reload(tenant);
    return gateway(Viewer.system(tenant), made.uid());
  }

  /**
   * @throws NotFoundException when there is none of that uid
   */
  public synchronized GatewayNow change(Actor by, TenantId tenant, String uid, GatewayWish wish) {
    flusher.flush(tenant);
    keeping.change(by, tenant, gateway(Viewer.system(tenant), uid).gateway(), wish);
    reload(tenant);
    return gateway(Viewer.system(tenant), uid);
  }

  /**
   * Forgets it; when it sends again, it appears again.
   *
   * @throws NotFoundException when there is none of that uid
   */
  public synchronized void delete(Actor by, TenantId tenant, String uid) {
    flusher.flush(tenant);
    keeping.delete(by, tenant, gateway(Viewer.system(tenant), uid).gateway());
    reload(tenant);
  }

  private Gateway fresh(String code, GatewayWish wish) {
    return new Gateway(
        0,
        RandomText.base32(UID_LENGTH),
        code,
        wish.name(),
        wish.silentAfter(),
        Set.of(),
        Set.of(),
        Contact.NONE,
        now());
  }

  private GatewayNow now(Seen seen, Map<Long, Set<Long>> behind) {
    Gateway gateway = seen.gateway();
    Gateway whole = gateway.withBatteries(behind.getOrDefault(gateway.id(), Set.of()));
    return new GatewayNow(whole, whole.state(clock.instant(), startedAt), seen.stranger());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void reload(TenantId tenant) {
    of(tenant).take(stored(tenant));
  }

  private List<Gateway> stored(TenantId tenant) {
    return new StoredGateways(database).of(tenant);
  }

  // Without a lock: two first users load twice, and the one that comes second forgets its own.
  private OfTenant of(TenantId tenant) {
    OfTenant known = tenants.get(tenant);
    if (known != null) {
      return known;
    }
    OfTenant loaded = new OfTenant(stored(tenant));
    OfTenant earlier = tenants.putIfAbsent(tenant, loaded);
    return earlier == null ? loaded : earlier;
  }

  static Gateway of(List<Gateway> all, String uid) {
    return all.stream()
        .filter(gateway -> gateway.uid().equals(uid))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("gateway \"" + uid + "\""));
  }

  /** Writes what has not been written yet. */
  void flush() {
    flusher.flush();
  }

  @Override
  public void close() {
    flusher.close();
  }
}
