package ca.edsquebec.trackingbms.incident;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The register of confidentiality incidents; for administrators of the platform. There is no way to
 * delete one. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Incidents {

  /** As many a page has at most. */
  public static final int MAX_LIMIT = 200;

  /** By whose days the law counts. */
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private final RegistryDatabase registry;
  private final Audit audit;
  private final Clock clock;

  public Incidents(RegistryDatabase registry, Audit audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The latest first.
   *
   * @param before the number behind which to go on; empty to begin with the latest
   * @param limit 1 to {@link #MAX_LIMIT}
   */
  public List<RecordedIncident> list(Optional<Long> before, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is %d, 1 to %d".formatted(limit, MAX_LIMIT));
    }
    return registry.read(
        em ->
            em.createQuery(
                    "select i from IncidentRow i where i.id < :before order by i.id desc",
                    IncidentRow.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultStream()
                .map(IncidentRow::toRecorded)
                .toList());
  }

  /**
   * @throws NotFoundException when there is no such incident
   */
  public RecordedIncident get(long id) {
    return registry.read(em -> row(em, id, LockModeType.NONE).toRecorded());
  }

  /** What is wrong with it today, where the organisation is. */
  public Map<String, Incident.Fault> faults(Incident incident) {
    return incident.faults(LocalDate.ofInstant(clock.instant(), ZONE));
  }

  /**
   * @throws InvalidException for its first fault
   */
  public RecordedIncident record(Actor by, Incident incident) {
    require(incident);
    return registry.write(
        em -> {
          IncidentRow row = new IncidentRow(incident, now());
          em.persist(row);
          em.flush();
          RecordedIncident made = row.toRecorded();
          record(em, by, Action.INCIDENT_RECORDED, made.id(), Map.of(), incident.values());
          return made;
        });
  }

  /**
   * Repeating it changes nothing.
   *
   * @param seen the version that the change is made to
   * @throws NotFoundException when there is no such incident
   * @throws InvalidException for its first fault; for {@code version} when somebody changed it
   *     since
   */
  public RecordedIncident change(Actor by, long id, Incident incident, int seen) {
    require(incident);
    return registry.write(
        em -> {
          IncidentRow row = row(em, id, LockModeType.PESSIMISTIC_WRITE);
          Incident before = row.toIncident();
          if (before.equals(incident)) {
            return row.toRecorded();
          }
          if (row.version() != seen) {
            throw new InvalidException(
                "version",
                "incident %d was changed meanwhile: version %d, not %d"
                    .formatted(id, row.version(), seen));
          }
          row.set(incident, now());
          Map<String, String> old = new TreeMap<>(before.values());
          Map<String, String> fresh = new TreeMap<>(incident.values());
          old.entrySet().removeAll(incident.values().entrySet());
          fresh.entrySet().removeAll(before.values().entrySet());
          record(em, by, Action.INCIDENT_CHANGED, id, old, fresh);
          return row.toRecorded();
        });
  }

  private void require(Incident incident) {
    faults(incident).entrySet().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new InvalidException(
                  fault.getKey(), "%s is %s".formatted(fault.getKey(), fault.getValue()));
            });
  }

  private void record(
      EntityManager em,
      Actor by,
      Action action,
      long id,
      Map<String, String> before,
      Map<String, String> after) {
    audit.record(em, Optional.empty(), by, new Change(action, "incident:" + id, before, after));
  }

  private static IncidentRow row(EntityManager em, long id, LockModeType lock) {
    return Optional.ofNullable(em.find(IncidentRow.class, id, lock))
        .orElseThrow(() -> new NotFoundException("incident \"" + id + "\""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
