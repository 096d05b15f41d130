package ca.edsquebec.trackingbms.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

@Entity
@Table(name = "incident")
class IncidentRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String occurred;

  @Column(name = "aware_on")
  private LocalDate awareOn;

  private String clients;
  private String information;
  private String circumstances;
  private String persons;

  @Column(name = "serious_risk")
  private boolean seriousRisk;

  private String assessment;

  @Column(name = "commission_on")
  private LocalDate commissionOn;

  @Column(name = "persons_told_on")
  private LocalDate personsToldOn;

  @Column(name = "public_notice")
  private String publicNotice;

  private String measures;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  private int version;

  protected IncidentRow() {}

  IncidentRow(Incident incident, Instant now) {
    recordedAt = now;
    set(incident, now);
  }

  final void set(Incident incident, Instant now) {
    occurred = incident.occurred();
    awareOn = incident.awareOn().orElseThrow();
    clients = incident.clients();
    information = incident.information();
    circumstances = incident.circumstances();
    persons = incident.persons();
    seriousRisk = incident.seriousRisk();
    assessment = incident.assessment();
    commissionOn = incident.commissionOn().orElse(null);
    personsToldOn = incident.personsToldOn().orElse(null);
    publicNotice = incident.publicNotice();
    measures = incident.measures();
    changedAt = now;
    version++;
  }

  int version() {
    return version;
  }

  RecordedIncident toRecorded() {
    return new RecordedIncident(id, toIncident(), recordedAt, changedAt, version);
  }

  Incident toIncident() {
    return new Incident(
        occurred,
        Optional.of(awareOn),
        clients,
        information,
        circumstances,
        persons,
        seriousRisk,
        assessment,
        Optional.ofNullable(commissionOn),
        Optional.ofNullable(personsToldOn),
        publicNotice,
        measures);
  }
}
