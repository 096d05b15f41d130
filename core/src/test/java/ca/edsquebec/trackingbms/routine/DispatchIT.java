package ca.edsquebec.trackingbms.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.routine.Run.State;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands around the work, with the runner of the portal. */
class DispatchIT {

  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  /** Notes for whom it was done; fails for one client while asked to. */
  private static final class Noting implements Routine {

    private final List<String> done = new ArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final String name;
    private final Cadence cadence;
    private String failing = "";

    Noting(String name, Cadence cadence) {
      this.name = name;
      this.cadence = cadence;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String purpose() {
      return "Notes for whom it was done.";
    }

    @Override
    public Cadence cadence() {
      return cadence;
    }

    @Override
    public Work begin(Workplace place) {
      return new Work() {
        @Override
        public String whole() {
          done.add("whole");
          meanwhile.get().run();
          return "";
        }

        @Override
        public String client(TenantId client) {
          if (client.slug().equals(failing)) {
            throw new IllegalStateException("no room");
          }
          done.add(client.slug());
          return "";
        }
      };
    }
  }

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T12:30:00Z"));
  private final Noting noting = new Noting("noting", Cadence.hourly(10));
  private TestInstallation installation;
  private Runs runs;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    runs = new Runs(installation.databases().registry(), clock);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void runsOnceForATimeAndOnceForAllThatWereMissed() {
    assertThat(tick()).hasSize(1);
    assertThat(noting.done).containsExactly("whole", "acme", "boreal");
    assertThat(tick()).isEmpty();
    clock.advance(Duration.ofHours(30));
    assertThat(tick()).hasSize(1);
    assertThat(tick()).isEmpty();
    assertThat(runs.newest(Optional.of("noting"), 10)).hasSize(2);
  }

  @Test
  void aClientThatFailsIsToldAndTriedAgainAfterAPause() {
    noting.failing = "acme";
    Result result = tick().get(0).result();
    assertThat(result.state()).isEqualTo(State.FAILED);
    assertThat(result.clients()).isEqualTo(1);
    assertThat(result.failures()).containsExactly("acme: no room");
    Run last = runs.last("noting").orElseThrow();
    assertThat(last.report()).containsExactly("acme: no room");
    assertThat(last.by()).isEqualTo(Run.By.QUARTZ);
    clock.advance(Duration.ofMinutes(10));
    assertThat(tick()).isEmpty();
    noting.failing = "";
    clock.advance(Duration.ofMinutes(30));
    assertThat(tick().get(0).result().state()).isEqualTo(State.DONE);
  }

  @Test
  void whileItRunsNobodyElseRunsAnything() {
    Dispatch other = dispatch();
    noting.meanwhile.set(
        () ->
            assertThatThrownBy(() -> other.tick(List.of(noting)))
                .isInstanceOf(BusyException.class));
    assertThat(tick()).hasSize(1);
    assertThat(noting.done).containsOnlyOnce("acme");
  }

  @Test
  void goesOnWithARunWhoseProgramDied() {
    Run dead = runs.begin(noting, Instant.parse("2026-05-04T12:10:00Z"), Run.By.CRON);
    List<Dispatch.Ended> ended = tick();
    assertThat(ended.get(0).run().id()).isEqualTo(dead.id());
    assertThat(runs.last("noting").orElseThrow().attempts()).isEqualTo(2);
    assertThat(runs.last("noting").orElseThrow().state()).isEqualTo(State.DONE);
  }

  @Test
  void whatAProgramDiedOfComesAfterAllElse() {
    Noting deadly = new Noting("deadly", Cadence.daily(2, 0));
    runs.begin(deadly, Instant.parse("2026-05-04T06:00:00Z"), Run.By.CRON);
    assertThat(dispatch().tick(List.of(deadly, noting)))
        .extracting(one -> one.run().job())
        .containsExactly("noting", "deadly");
  }

  @Test
  void whatIsRunByNameGoesOnUntilItsNextTimeComes() {
    Run dead = runs.begin(noting, Instant.parse("2026-05-04T12:10:00Z"), Run.By.HAND);
    clock.advance(Duration.ofMinutes(39));
    Run same = dispatch().run(noting).run();
    assertThat(same.id()).isEqualTo(dead.id());
    assertThat(same.attempts()).isEqualTo(2);
    runs.restart(same, Run.By.HAND);
    clock.advance(Duration.ofMinutes(1));
    Run anew = dispatch().run(noting).run();
    assertThat(anew.id()).isNotEqualTo(dead.id());
    assertThat(anew.attempts()).isEqualTo(1);
  }

  @Test
  void survivesAClockThatJumpsAnHourAheadAndBack() {
    tick();
    clock.advance(Duration.ofHours(1));
    assertThat(tick()).hasSize(1);
    clock.advance(Duration.ofHours(-1));
    assertThat(tick()).as("what ran in the future holds nothing up").hasSize(1);
    assertThat(tick()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(tick()).hasSize(1);
  }

  @Test
  void everyRoutineThatIsInstalledDoesItsWorkOnTwoClients() {
    List<Dispatch.Ended> ended = dispatch().tick(Routines.installed());
    assertThat(ended).hasSameSizeAs(Routines.installed());
    assertThat(ended).allSatisfy(one -> assertThat(one.result().state()).isEqualTo(State.DONE));
  }

  private List<Dispatch.Ended> tick() {
    return dispatch().tick(List.of(noting));
  }

  private Dispatch dispatch() {
    Databases databases = installation.databases();
    KeyRing keys = new KeyRing(databases.registry(), new byte[32], clock);
    Workplace place =
        new Workplace(
            installation.settings(),
            databases,
            keys,
            new SecretBox(keys),
            installation.audit(),
            clock);
    return new Dispatch(
        databases.registry(), new Timetable(ZONE), new DirectRunner(place), Run.By.QUARTZ, clock);
  }
}
