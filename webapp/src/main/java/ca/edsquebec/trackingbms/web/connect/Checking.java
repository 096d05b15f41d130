package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.check.Finding;
import ca.edsquebec.trackingbms.intake.check.SelfCheck;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.Formats;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks the last hours of a battery, as far as they were read by the settings of now. */
public final class Checking {

  /** Long enough for most batteries to be used. */
  private static final Duration PERIOD = Duration.ofHours(6);

  /** Whole samples of 200 cells are some 8 MB then; six hours at the usual 5 s are fewer. */
  private static final int MOST_SAMPLES = 5_000;

  /** Until every program reads by settings that have changed. */
  private static final Duration SETTLED = Duration.ofSeconds(15);

  private static final int RATIO_DECIMALS = 3;

  private final History history;
  private final Audit audit;
  private final Clock clock;

  public Checking(History history, Audit audit, Clock clock) {
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  List<Checked> check(Viewer viewer, Battery battery, Texts texts) {
    Instant now = clock.instant();
    Instant since = since(viewer, battery, now);
    if (!since.isBefore(now)) {
      return List.of();
    }
    List<Sample> samples =
        history.samples(viewer, battery.id(), TimeRange.between(since, now), MOST_SAMPLES);
    Formats formats = new Formats(texts.locale(), battery.zone());
    return SelfCheck.of(samples, battery.cellCount(), battery.nominalCapacityAh()).stream()
        .map(finding -> inWords(finding, battery, texts, formats))
        .toList();
  }

  /**
   * A current that was turned an hour ago was stored the wrong way round until then, and would have
   * it turned back.
   */
  private Instant since(Viewer viewer, Battery battery, Instant now) {
    Duration most = battery.storagePeriod().multipliedBy(MOST_SAMPLES);
    Instant from = now.minus(most.compareTo(PERIOD) < 0 ? most : PERIOD);
    AuditQuery changes =
        AuditQuery.ALL
            .about("battery:" + battery.uid())
            .of(Action.BATTERY_CONNECTOR_CHANGED)
            .between(from.minus(SETTLED), now)
            .limited(1);
    return audit.list(Optional.of(viewer.tenant()), changes).entries().stream()
        .map(change -> change.at().plus(SETTLED))
        .findFirst()
        .filter(from::isBefore)
        .orElse(from);
  }

  private static Checked inWords(Finding finding, Battery battery, Texts texts, Formats formats) {
    boolean scaled = finding.what() == Finding.What.VOLTAGE_SCALE;
    double factor = finding.expected();
    String words =
        texts.of(
            "check." + finding.what().word(),
            formats.count(finding.speaking()),
            formats.count(finding.cases()),
            formats.number(finding.measured(), decimals(finding)),
            formats.number(finding.expected(), expectedDecimals(finding)),
            formats.count(finding.sensor()));
    return new Checked(
        words,
        finding.isGood(),
        finding.proposesInversion(),
        scaled && Scale.corrected(battery, factor).isPresent() ? Double.toString(factor) : "",
        scaled ? Scale.advice(battery, factor, texts) : "",
        finding.fromMillis(),
        finding.toMillis());
  }

  private static int expectedDecimals(Finding finding) {
    return finding.what() == Finding.What.VOLTAGE_OF_MODULES ? 0 : decimals(finding);
  }

  private static int decimals(Finding finding) {
    return switch (finding.what()) {
      case CELL_COUNT_DIFFERS, CURRENT_AGREES, CURRENT_INVERTED_BY_CHARGE, CURRENT_CONTRADICTORY ->
          0;
      case TEMPERATURE_IMPLAUSIBLE -> 1;
      default -> RATIO_DECIMALS;
    };
  }
}
