package ca.edsquebec.trackingbms.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.incident.Incident.Fault;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register of incidents: written, corrected, never shortened. */
class IncidentsIT {

  private static final Actor EDS = Actor.user(7, "192.0.2.9");
  // In Québec it is still the first.
  private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

  private static TestInstallation installation;
  private static Audit audit;
  private static Incidents incidents;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    SettableClock clock = new SettableClock(NOW);
    audit = TestAudit.of(installation.databases(), clock);
    incidents = new Incidents(installation.databases().registry(), audit, clock);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void keepsWhatWasWrittenAndRecordsIt() {
    RecordedIncident made = incidents.record(EDS, incident("Courriel envoyé à un tiers", TODAY));
    assertThat(incidents.get(made.id())).isEqualTo(made);
    assertThat(made.incident()).isEqualTo(incident("Courriel envoyé à un tiers", TODAY));
    assertThat(incidents.list(Optional.empty(), 10).get(0)).isEqualTo(made);
    Entry entry = newest(made.id());
    assertThat(entry.change().action()).isEqualTo(Action.INCIDENT_RECORDED);
    assertThat(entry.change().after()).containsEntry("circumstances", "Courriel envoyé à un tiers");
    assertThat(audit.verify(Optional.empty()).isWhole()).isTrue();
  }

  @Test
  void recordsWhatChangedAndOnlyThat() {
    RecordedIncident made = incidents.record(EDS, incident("a", TODAY));
    RecordedIncident changed = incidents.change(EDS, made.id(), incident("b", TODAY), 1);
    assertThat(changed.version()).isEqualTo(2);
    Entry entry = newest(made.id());
    assertThat(entry.change().before()).hasSize(1).containsEntry("circumstances", "a");
    assertThat(entry.change().after()).hasSize(1).containsEntry("circumstances", "b");
    assertThat(incidents.change(EDS, made.id(), incident("b", TODAY), 1)).isEqualTo(changed);
    assertThat(newest(made.id()).seq()).isEqualTo(entry.seq());
  }

  @Test
  void overwritesNothingThatWasNotSeen() {
    RecordedIncident made = incidents.record(EDS, incident("a", TODAY));
    incidents.change(EDS, made.id(), incident("b", TODAY), made.version());
    assertThatThrownBy(() -> incidents.change(EDS, made.id(), incident("c", TODAY), made.version()))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("version"));
    assertThat(incidents.get(made.id()).incident().circumstances()).isEqualTo("b");
  }

  @Test
  void refusesWhatCannotBe() {
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(incidents.faults(incident("a", tomorrow)))
        .containsExactly(java.util.Map.entry("awareOn", Fault.IN_FUTURE));
    assertThat(incidents.faults(incident(" ", TODAY)))
        .containsEntry("circumstances", Fault.MISSING);
    assertThat(incidents.faults(incident("x".repeat(Incident.MAX_TEXT + 1), TODAY)))
        .containsEntry("circumstances", Fault.TOO_LONG);
    assertThat(incidents.faults(told(TODAY, TODAY.minusDays(1))))
        .containsEntry("commissionOn", Fault.BEFORE_AWARE);
    assertThat(incidents.faults(told(TODAY, tomorrow)))
        .containsEntry("commissionOn", Fault.IN_FUTURE);
    assertThatThrownBy(() -> incidents.record(EDS, incident("a", tomorrow)))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> incidents.get(999_999)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void saysWhoMustStillBeTold() {
    assertThat(incident("a", TODAY).awaitsCommission()).isTrue();
    assertThat(told(TODAY, TODAY).awaitsCommission()).isFalse();
    assertThat(told(TODAY, TODAY).awaitsPersons()).isTrue();
  }

  @Test
  void givesOnePageAfterTheOther() {
    for (int i = 0; i < 3; i++) {
      incidents.record(EDS, incident("page " + i, TODAY));
    }
    List<RecordedIncident> first = incidents.list(Optional.empty(), 2);
    List<RecordedIncident> second = incidents.list(Optional.of(first.get(1).id()), 2);
    assertThat(first.get(0).incident().circumstances()).isEqualTo("page 2");
    assertThat(second.get(0).incident().circumstances()).isEqualTo("page 0");
  }

  @Test
  void hasNoWayToDeleteOne() {
    assertThat(Arrays.stream(Incidents.class.getDeclaredMethods()).map(method -> method.getName()))
        .noneMatch(name -> name.matches(".*(delete|remove|erase).*"));
  }

  private static Entry newest(long id) {
    return audit.list(Optional.empty(), AuditQuery.ALL.about("incident:" + id)).entries().get(0);
  }

  private static Incident incident(String circumstances, LocalDate aware) {
    return incident(circumstances, aware, Optional.empty());
  }

  private static Incident told(LocalDate aware, LocalDate commission) {
    return incident("a", aware, Optional.of(commission));
  }

  private static Incident incident(
      String circumstances, LocalDate aware, Optional<LocalDate> commission) {
    return new Incident(
        "2026-02-27, en soirée",
        Optional.of(aware),
        "Acme",
        "Nom et adresse courriel",
        circumstances,
        "environ 12",
        true,
        "Les adresses peuvent servir à l’hameçonnage.",
        commission,
        Optional.empty(),
        "",
        "Accès retiré; rappel des règles.");
  }
}
