package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which backups of a place stay: the newest of each of the last days, weeks (Monday to Sunday) and
 * months that have one, counted in UTC. Days without a backup do not count, so that nothing is
 * deleted because time goes by. The newest of all always stays.
 */
public record Rotation(int daily, int weekly, int monthly) {

  public static Rotation from(Settings settings) {
    return new Rotation(
        settings.number(Setting.TBMS_BACKUP_KEEP_DAILY),
        settings.number(Setting.TBMS_BACKUP_KEEP_WEEKLY),
        settings.number(Setting.TBMS_BACKUP_KEEP_MONTHLY));
  }

  /** Those of the given times whose backup stays. */
  public Set<Instant> kept(Collection<Instant> times) {
    List<Instant> newestFirst = List.copyOf(new TreeSet<>(times).descendingSet());
    Set<Instant> kept = new HashSet<>();
    keep(kept, newestFirst, daily, day -> day);
    keep(kept, newestFirst, weekly, Rotation::week);
    keep(kept, newestFirst, monthly, YearMonth::from);
    return kept;
  }

  private static Object week(LocalDate day) {
    return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static void keep(
      Set<Instant> kept, List<Instant> newestFirst, int most, Function<LocalDate, Object> period) {
    Set<Object> seen = new HashSet<>();
    for (Instant time : newestFirst) {
      Object in = period.apply(time.atZone(ZoneOffset.UTC).toLocalDate());
      if (seen.size() < most && seen.add(in)) {
        kept.add(time);
      }
    }
  }
}
