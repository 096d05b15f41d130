package ca.edsquebec.trackingbms.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long two clients keep their samples, and what is recorded of it. */
class KeepingIT {

  private TestInstallation installation;
  private Audit audit;
  private RetentionPeriods periods;
  private Keeping keeping;
  private TenantId acme;
  private TenantId boreal;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    audit = TestAudit.of(installation.databases(), SettableClock.atPresent());
    periods = installation.databases().retentionPeriods();
    keeping = new Keeping(installation.databases().registry(), periods, audit);
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void changeIsRecordedOnceAndWhatChangesNothingIsNot() {
    keeping.change(Actor.SYSTEM, acme, years(1));
    keeping.change(Actor.SYSTEM, acme, years(1));
    keeping.change(Actor.SYSTEM, boreal, Optional.empty());
    assertThat(periods.own(acme)).isEqualTo(years(1));
    assertThat(periods.own(boreal)).isEmpty();
    assertThat(entries(acme)).hasSize(1);
    assertThat(entries(boreal)).isEmpty();
    keeping.change(Actor.SYSTEM, acme, Optional.empty());
    assertThat(periods.own(acme)).isEmpty();
    assertThat(entries(acme).get(0).change().before()).containsEntry("retention", "P1Y");
  }

  @Test
  void ofManyWhoChangeAtOnceEachSaysWhatTheOneBeforeLeft() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 1; i <= 24; i++) {
      Optional<RetentionPeriod> own = i % 5 == 0 ? Optional.empty() : years(3 + i % 3);
      threads.execute(() -> keeping.change(Actor.SYSTEM, acme, own));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    String stands = periods.of(acme).toString();
    for (Entry newest : entries(acme)) {
      assertThat(newest.change().after()).containsEntry("retention", stands);
      stands = newest.change().before().get("retention");
      assertThat(newest.change().after()).isNotEqualTo(newest.change().before());
    }
    assertThat(stands).isEqualTo(periods.ofInstallation().toString());
  }

  @Test
  void clientThatIsNotThereIsTold() {
    assertThatThrownBy(() -> keeping.change(Actor.SYSTEM, new TenantId("nobody"), years(1)))
        .isInstanceOf(NotFoundException.class);
  }

  private static Optional<RetentionPeriod> years(int years) {
    return Optional.of(RetentionPeriod.parse("P" + years + "Y"));
  }

  private List<Entry> entries(TenantId tenant) {
    AuditQuery query =
        new AuditQuery(
            Optional.empty(),
            Optional.of(Action.RETENTION_CHANGED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            100);
    return audit.list(Optional.of(tenant), query).entries();
  }
}
