package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.notification.Waiting;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long mails have waited that should have gone, in the outboxes of all. */
final class OutboxCheck implements Check {

  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Duration TOO_LONG = Duration.ofHours(6);

  private final Surroundings around;
  private final Waiting waiting;

  OutboxCheck(Surroundings around) {
    this.around = around;
    this.waiting = new Waiting(around.databases());
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public List<Finding> look() {
    if (around.settings().text(Setting.TBMS_MAIL_HOST).isEmpty()) {
      return List.of(Finding.unknown(name(), "not-set"));
    }
    Instant now = around.clock().instant();
    Stream<Optional<TenantId>> all =
        Stream.concat(
            Stream.of(Optional.empty()),
            ActiveClients.of(around.databases()).stream().map(Optional::of));
    Duration longest =
        all.map(this::oldest)
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .map(oldest -> Duration.between(oldest, now))
            .filter(age -> !age.isNegative())
            .orElse(Duration.ZERO);
    Measure measure = Measure.seconds(longest, LONG);
    if (longest.compareTo(LONG) <= 0) {
      return List.of(Finding.of(name(), Status.OK, "ok", measure));
    }
    Status status = longest.compareTo(TOO_LONG) > 0 ? Status.FAIL : Status.WARN;
    return List.of(Finding.of(name(), status, "waits", measure));
  }

  private Optional<Instant> oldest(Optional<TenantId> where) {
    try {
      return waiting.oldest(where);
    } catch (UnavailableException | DatabaseException away) {
      // The check of the clients' databases tells of it.
      return Optional.empty();
    }
  }
}
