package ca.edsquebec.trackingbms.web.system;

import ca.edsquebec.trackingbms.maintenance.health.Finding;
import ca.edsquebec.trackingbms.maintenance.health.HealthTexts;
import ca.edsquebec.trackingbms.maintenance.health.State;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSize;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The same for programs, such as a monitor of the host; sentences are in English. */
@Path("api/v1/system/status")
@RequiresPlatform
@Produces(MediaType.APPLICATION_JSON)
public final class SystemResource {

  /** The answer; times that are not known, and numbers, are null. */
  public record Answer(
      String status, Instant checkedAt, List<Check> checks, List<Job> jobs, List<Client> clients) {}

  /**
   * @param subject of what, within the check; empty for the installation
   * @param unit of value and limit
   */
  public record Check(
      String check,
      String subject,
      String status,
      String cause,
      Double value,
      Double limit,
      String unit,
      Instant since,
      Instant incidentSince,
      String text,
      String toDo) {}

  /** A job; its last run, if any. */
  public record Job(
      String name,
      String cadence,
      String state,
      Instant startedAt,
      Instant endedAt,
      Integer clients,
      List<String> failures) {}

  /** A client's database. */
  public record Client(
      String client, Instant measuredAt, Long bytes, Long bytesADay, Long bytesInAYear) {}

  private final SystemStatus status;

  @Inject
  public SystemResource(SystemStatus status) {
    this.status = status;
  }

  @GET
  public Answer status() {
    SystemStatus.Seen seen = status.see();
    HealthTexts texts = new HealthTexts(Locale.CANADA);
    return new Answer(
        seen.health().status().name(),
        seen.health().checkedAt().orElse(null),
        seen.health().states().stream().map(state -> check(state, texts)).toList(),
        seen.jobs().stream().map(SystemResource::job).toList(),
        seen.clients().stream().map(SystemResource::client).toList());
  }

  private static Check check(State state, HealthTexts texts) {
    Finding finding = state.finding();
    return new Check(
        finding.check(),
        finding.subject(),
        finding.status().name(),
        finding.cause(),
        number(finding.measure().value()),
        number(finding.measure().limit()),
        finding.measure().unit().name(),
        state.since(),
        state.incident().orElse(null),
        texts.told(finding),
        texts.toDo(finding));
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Job job(SystemStatus.Job job) {
    return job.last()
        .map(
            (Run run) ->
                new Job(
                    job.name(),
                    job.cadence(),
                    run.state().name(),
                    run.startedAt(),
                    run.ended().orElse(null),
                    run.clients(),
                    run.report()))
        .orElseGet(() -> new Job(job.name(), job.cadence(), "NEVER", null, null, null, List.of()));
  }

  private static Client client(SystemStatus.Client client) {
    String slug = client.tenant().id().slug();
    return client
        .size()
        .map(
            (ClientSize size) ->
                new Client(
                    slug, size.measuredAt(), size.bytes(), size.bytesADay(), size.bytesInAYear()))
        .orElseGet(() -> new Client(slug, null, null, null, null));
  }
}
