package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.telemetry.Quarantine.Kept;
import ca.edsquebec.trackingbms.telemetry.Quarantine.Refused;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuarantineIT {

  private static final Instant NOW = Instant.parse("2026-03-29T07:30:00.123Z");

  private static TestInstallation installation;
  private static Quarantine quarantine;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    quarantine =
        new Quarantine(installation.databases().tenantDatabase(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void givesBackTheNewestFirst() {
    TenantId acme = installation.tenant("acme");
    quarantine.record(acme, OptionalLong.of(7), "foxbms", List.of());
    quarantine.record(
        acme,
        OptionalLong.of(7),
        "foxbms",
        List.of(
            new Refused("233#05", "too short"), new Refused("😀".repeat(300), "r".repeat(300))));
    quarantine.record(acme, OptionalLong.empty(), "jk", List.of(new Refused("4E57", "no end")));
    assertThat(quarantine.recent(Viewer.system(acme), 10))
        .containsExactly(
            new Kept(NOW, OptionalLong.empty(), "jk", "4E57", "no end"),
            new Kept(NOW, OptionalLong.of(7), "foxbms", "😀".repeat(200), "r".repeat(200)),
            new Kept(NOW, OptionalLong.of(7), "foxbms", "233#05", "too short"));
    assertThat(quarantine.recent(Viewer.system(acme), 1)).hasSize(1);
    Viewer some = new Viewer(acme, "user:1", BatteryScope.only(Set.of(7L)));
    assertThat(quarantine.recent(some, 10)).hasSize(2);
    Viewer none = new Viewer(acme, "user:2", BatteryScope.only(Set.of(8L)));
    assertThat(quarantine.recent(none, 10)).isEmpty();
  }

  @Test
  void staysSmall() {
    TenantId boreal = installation.tenant("boreal");
    List<Refused> many = Collections.nCopies(500, new Refused("00", "noise"));
    for (int i = 0; i < 110; i++) {
      quarantine.record(boreal, OptionalLong.of(1), "dbc", many);
    }
    assertThat(quarantine.recent(Viewer.system(boreal), 5_000)).hasSize(1000);
  }
}
