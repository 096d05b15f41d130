package ca.edsquebec.trackingbms.web.system;

import ca.edsquebec.trackingbms.maintenance.health.Finding;
import ca.edsquebec.trackingbms.maintenance.health.HealthTexts;
import ca.edsquebec.trackingbms.maintenance.health.State;
import ca.edsquebec.trackingbms.maintenance.health.Status;
import ca.edsquebec.trackingbms.routine.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page: a card a component, what needs attention, jobs, clients' databases.
 *
 * @param checkedAt in epoch milliseconds; null when never
 */
public record SystemView(
    Long checkedAt, List<Card> cards, List<Notice> notices, List<JobRow> jobs, List<Size> sizes) {

  /**
   * A component, by the worst of its subjects.
   *
   * @param icon see {@link CheckIcons}
   * @param subject of which that is told; empty for the installation
   * @param others how many more subjects are bad
   */
  public record Card(
      String name,
      String icon,
      String condition,
      String subject,
      String told,
      String toDo,
      long others) {}

  /**
   * What is bad.
   *
   * @param since in epoch milliseconds
   * @param incident whether the administrators were told
   */
  public record Notice(
      String name,
      String subject,
      String condition,
      String told,
      String toDo,
      long since,
      boolean incident) {}

  /**
   * @param startedAt in epoch milliseconds; null when it never ran
   * @param seconds it took; null while it runs
   * @param failure of the last run; empty when there was none
   */
  public record JobRow(
      String name,
      String state,
      String condition,
      Long startedAt,
      Long seconds,
      int clients,
      String failure) {}

  /** A client's database; texts are empty until it was measured. */
  public record Size(String name, String slug, String bytes, String aDay, String inAYear) {}

  static SystemView of(SystemStatus.Seen seen, Locale locale) {
    HealthTexts texts = new HealthTexts(locale);
    Map<String, List<State>> byCheck = new LinkedHashMap<>();
    seen.health().states().stream()
        .sorted(Comparator.comparing((State state) -> texts.name(state.finding())))
        .forEach(
            state ->
                byCheck
                    .computeIfAbsent(state.finding().check(), it -> new ArrayList<>())
                    .add(state));
    return new SystemView(
        seen.health().checkedAt().map(Instant::toEpochMilli).orElse(null),
        byCheck.values().stream().map(states -> card(states, texts)).toList(),
        seen.health().states().stream()
            .filter(state -> state.finding().status().isBad())
            .sorted(
                Comparator.comparing((State state) -> state.finding().status())
                    .reversed()
                    .thenComparing(State::since))
            .map(state -> notice(state, texts))
            .toList(),
        seen.jobs().stream().map(SystemView::row).toList(),
        seen.clients().stream().map(client -> size(client, texts)).toList());
  }

  private static Card card(List<State> states, HealthTexts texts) {
    Finding worst =
        states.stream()
            .map(State::finding)
            .max(Comparator.comparing(SystemView::weight))
            .orElseThrow();
    long bad = states.stream().filter(state -> state.finding().status().isBad()).count();
    return new Card(
        texts.name(worst),
        CheckIcons.of(worst.check()),
        condition(worst.status()),
        worst.status().isBad() ? worst.subject() : "",
        texts.told(worst),
        texts.toDo(worst),
        Math.max(0, bad - 1));
  }

  // One client that is not known does not hide that the others are well.
  private static int weight(Finding finding) {
    return switch (finding.status()) {
      case UNKNOWN -> 0;
      case OK -> finding.subject().isEmpty() ? 2 : 1;
      case WARN -> 3;
      case FAIL -> 4;
    };
  }

  private static Notice notice(State state, HealthTexts texts) {
    Finding finding = state.finding();
    return new Notice(
        texts.name(finding),
        finding.subject(),
        condition(finding.status()),
        texts.told(finding),
        texts.toDo(finding),
        state.since().toEpochMilli(),
        state.incident().isPresent());
  }

  private static String condition(Status status) {
    return switch (status) {
      case OK -> "normal";
      case UNKNOWN -> "unknown";
      case WARN -> "warning";
      case FAIL -> "critical";
    };
  }

  private static JobRow row(SystemStatus.Job job) {
    if (job.last().isEmpty()) {
      return new JobRow(job.name(), "NEVER", "unknown", null, null, 0, "");
    }
    Run run = job.last().get();
    String condition =
        switch (run.state()) {
          case DONE -> "normal";
          case FAILED -> "critical";
          case STOPPED -> "warning";
          case RUNNING -> "unknown";
        };
    return new JobRow(
        job.name(),
        run.state().name(),
        condition,
        run.startedAt().toEpochMilli(),
        run.ended().map(end -> Duration.between(run.startedAt(), end).toSeconds()).orElse(null),
        run.clients(),
        run.report().stream().findFirst().orElse(""));
  }

  private static Size size(SystemStatus.Client client, HealthTexts texts) {
    String slug = client.tenant().id().slug();
    return client
        .size()
        .map(
            size ->
                new Size(
                    client.tenant().name(),
                    slug,
                    texts.bytes((double) size.bytes()),
                    texts.bytes((double) size.bytesADay()),
                    texts.bytes((double) size.bytesInAYear())))
        .orElseGet(() -> new Size(client.tenant().name(), slug, "", "", ""));
  }
}
