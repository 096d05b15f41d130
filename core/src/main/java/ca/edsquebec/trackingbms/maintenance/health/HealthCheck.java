package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks the installation and remembers what was found. The administrators of the platform are told
 * of an incident once, and once more when it is over, whoever checks how often: findings and mails
 * are written in one transaction, one check after another.
 *
 * <p>Safe for any number of threads and programs; to be called outside of any unit of work. Throws
 * {@link ca.edsquebec.trackingbms.platform.UnavailableException} when the registry is away.
 */
public final class HealthCheck {

  private record Key(String check, String subject) {
    static Key of(Finding finding) {
      return new Key(finding.check(), finding.subject());
    }
  }

  private final RegistryDatabase registry;
  private final Supplier<List<Check>> checks;
  private final HealthNotices notices;
  private final Clock clock;

  public HealthCheck(Surroundings around, PlatformAdministrators administrators, Outbox outbox) {
    this(around, () -> Checks.all(around), administrators, outbox);
  }

  HealthCheck(
      Surroundings around,
      Supplier<List<Check>> checks,
      PlatformAdministrators administrators,
      Outbox outbox) {
    this.registry = around.databases().registry();
    this.checks = checks;
    this.notices = new HealthNotices(administrators, outbox);
    this.clock = around.clock();
  }

  /** Makes all checks; takes some seconds at most for each. */
  public Health run() {
    List<Finding> findings = Checks.look(checks.get());
    HealthNotices.Recipients recipients = notices.recipients();
    registry.write(
        em -> {
          notices.queue(em, recipients, record(em, findings));
          return null;
        });
    return last();
  }

  /**
   * As {@link #run}, unless somebody has checked for less than that time: so the portal notices
   * when cron does nothing any more.
   */
  public void runUnlessYounger(Duration age) {
    Instant now = clock.instant();
    boolean isYoung =
        last().checkedAt().filter(at -> at.plus(age).isAfter(now) && !at.isAfter(now)).isPresent();
    if (!isYoung) {
      run();
    }
  }

  /** What the last check has found, at whatever program. */
  public Health last() {
    return registry.sqlTransaction(
        (connection, db) -> {
          HealthTable table = new HealthTable(connection, db);
          List<State> states = table.all().stream().map(HealthCheck::state).toList();
          return new Health(table.checkedAt(), states);
        });
  }

  private static State state(Watch watch) {
    return new State(watch.finding(), watch.checkedAt(), watch.since(), watch.incident());
  }

  private List<Watch.Step> record(EntityManager em, List<Finding> findings) {
    return registry.sqlWithin(em, (connection, db) -> record(connection, db, findings));
  }

  private List<Watch.Step> record(Connection connection, String db, List<Finding> findings)
      throws SQLException {
    HealthTable table = new HealthTable(connection, db);
    table.lock();
    // Read after the lock: whoever waited is later than whom it waited for.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<Key, Watch> before = new LinkedHashMap<>();
    table.all().forEach(watch -> before.put(Key.of(watch.finding()), watch));
    List<Watch.Step> steps = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Watch> old = Optional.ofNullable(before.remove(Key.of(finding)));
      Watch.Step step = Watch.next(old, finding, now);
      table.put(step.watch());
      table.remember(finding, old.isEmpty() || step.watch().since().equals(now), now);
      steps.add(step);
    }
    Set<String> broken = Checks.broken(findings);
    // A client that was deleted, a job that is no more; of what could not be asked nobody knows.
    for (Watch gone : before.values()) {
      if (!broken.contains(gone.finding().check())) {
        table.forget(gone.finding());
      }
    }
    table.checked(now);
    return steps;
  }
}
