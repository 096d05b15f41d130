package ca.edsquebec.trackingbms.tenant;

import java.util.Set;

/**
 * Which of a tenant's batteries somebody may see. Good as a key of what was made for those who see
 * the same: its hash is known, and to itself it compares at once.
 */
public final class BatteryScope {

  /** Every battery, now and later. */
  public static final BatteryScope ALL = new BatteryScope(true, Set.of());

  private final boolean all;
  private final Set<Long> ids;
  private final long mark;

  private BatteryScope(boolean all, Set<Long> ids) {
    this.all = all;
    this.ids = ids;
    this.mark = all ? 0 : ids.stream().mapToLong(BatteryScope::mixed).sum();
  }

  /**
   * @param ids internal ids of the batteries
   */
  public static BatteryScope only(Set<Long> ids) {
    return new BatteryScope(false, Set.copyOf(ids));
  }

  public boolean all() {
    return all;
  }

  /** Internal ids of the batteries when not all; else empty. */
  public Set<Long> ids() {
    return ids;
  }

  public boolean includes(long batteryId) {
    return all || ids.contains(batteryId);
  }

  /** A number that is another one, as good as always, when the batteries are others. */
  public long mark() {
    return mark;
  }

  // Spread over all bits: sums of plain ids would be the same for many sets.
  private static long mixed(long id) {
    long z = (id + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof BatteryScope scope
            && all == scope.all
            && mark == scope.mark
            && ids.equals(scope.ids));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(mark) + (all ? 1 : 0);
  }

  @Override
  public String toString() {
    return all ? "all" : "only " + ids;
  }
}
