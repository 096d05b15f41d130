package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds batteries for ingest without asking the database each time: all of a client's batteries are
 * kept, retired ones too, and are at most 10 s old; one that is not among them is looked for again
 * after 1 s. Single batteries are for the program itself, so without a viewer.
 *
 * <p>Safe for any number of threads, of which one at a time loads a client's batteries; when the
 * database is away, all who waited for it learn so at once. To be called outside of any unit of
 * work; the errors are those of {@link ca.edsquebec.trackingbms.tenant.TenantDatabase}.
 */
public final class BatteryDirectory {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration FRESH_FOR_MISS = Duration.ofSeconds(1);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private record Snapshot(
      List<Battery> all,
      Map<String, Battery> byCode,
      Map<String, List<Battery>> bySlug,
      Map<Long, Battery> byId,
      long readAt) {}

  private static final class Slot {
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Snapshot snapshot;

    /** Why the newest load that failed did; null before the first. */
    private volatile UnavailableException failure;
  }

  private final Function<TenantId, List<Battery>> loader;
  private final Clock clock;
  private final Map<TenantId, Slot> slots = new ConcurrentHashMap<>();

  public BatteryDirectory(Fleet fleet, Clock clock) {
    this(fleet::snapshot, clock);
  }

  BatteryDirectory(Function<TenantId, List<Battery>> loader, Clock clock) {
    this.loader = loader;
    this.clock = clock;
  }

  public Optional<Battery> byCode(TenantId tenant, String code) {
    return find(tenant, snapshot -> snapshot.byCode().get(code));
  }

  /**
   * Those whose code is written so where only small letters, digits and underscores are allowed:
   * {@code lav_07} is {@code LAV-07}, and would be {@code Lav 07}, too.
   */
  public List<Battery> bySlug(TenantId tenant, String slug) {
    return find(tenant, snapshot -> snapshot.bySlug().get(slug)).orElse(List.of());
  }

  /** A code as programs write it that allow only small letters, digits and underscores. */
  public static String slug(String code) {
    String plain = MARKS.matcher(Normalizer.normalize(code, Normalizer.Form.NFD)).replaceAll("");
    String words = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("_");
    return words.replaceAll("^_|_$", "");
  }

  public Optional<Battery> byId(TenantId tenant, long id) {
    return find(tenant, snapshot -> snapshot.byId().get(id));
  }

  /**
   * All batteries that the viewer may see, retired ones too, by age. As long as none changes, a
   * viewer of all gets the very same list: what was made of it is still true.
   */
  public List<Battery> all(Viewer viewer) {
    List<Battery> all = fresh(viewer.tenant(), slot(viewer.tenant())).all();
    return viewer.scope().all()
        ? all
        : all.stream().filter(battery -> viewer.scope().includes(battery.id())).toList();
  }

  /** Loads a client's batteries anew, so that whoever has just changed one sees it at once. */
  public void reload(TenantId tenant) {
    reloaded(tenant, slot(tenant), Duration.ZERO);
  }

  private <T> Optional<T> find(TenantId tenant, Function<Snapshot, T> lookUp) {
    Slot slot = slot(tenant);
    Snapshot known = fresh(tenant, slot);
    T found = lookUp.apply(known);
    if (found == null && !isFresh(known, FRESH_FOR_MISS)) {
      found = lookUp.apply(reloaded(tenant, slot, FRESH_FOR_MISS));
    }
    return Optional.ofNullable(found);
  }

  private Slot slot(TenantId tenant) {
    return slots.computeIfAbsent(tenant, id -> new Slot());
  }

  private Snapshot fresh(TenantId tenant, Slot slot) {
    Snapshot known = slot.snapshot;
    return known == null || !isFresh(known, FRESH) ? reloaded(tenant, slot, FRESH) : known;
  }

  private static List<Battery> unchangedOr(Snapshot known, List<Battery> batteries) {
    return known != null && known.all().equals(batteries) ? known.all() : List.copyOf(batteries);
  }

  private Snapshot reloaded(TenantId tenant, Slot slot, Duration freshEnough) {
    UnavailableException earlier = slot.failure;
    slot.loading.lock();
    try {
      Snapshot known = slot.snapshot;
      if (known == null || !isFresh(known, freshEnough)) {
        requireNoFailureSince(earlier, slot);
        long readAt = clock.millis();
        List<Battery> batteries = loader.apply(tenant);
        known =
            new Snapshot(
                unchangedOr(known, batteries),
                batteries.stream().collect(Collectors.toMap(Battery::code, b -> b)),
                batteries.stream().collect(Collectors.groupingBy(b -> slug(b.code()))),
                batteries.stream().collect(Collectors.toMap(Battery::id, b -> b)),
                readAt);
        slot.snapshot = known;
      }
      return known;
    } catch (UnavailableException e) {
      slot.failure = e;
      throw e;
    } finally {
      slot.loading.unlock();
    }
  }

  /** A load that fails takes seconds: if all who waited for it tried in turn, they took minutes. */
  private static void requireNoFailureSince(UnavailableException earlier, Slot slot) {
    UnavailableException failure = slot.failure;
    if (failure != null && failure != earlier) {
      throw new UnavailableException(failure.getMessage(), failure.retryAfter(), failure);
    }
  }

  // A clock that was set back makes the age negative: then nothing is fresh.
  private boolean isFresh(Snapshot snapshot, Duration limit) {
    long age = clock.millis() - snapshot.readAt();
    return age >= 0 && age < limit.toMillis();
  }
}
