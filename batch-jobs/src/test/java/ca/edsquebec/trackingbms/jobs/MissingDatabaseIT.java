package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's database is gone: each job fails for that client and for no other. */
class MissingDatabaseIT {

  @TempDir Path home;

  private JobWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new JobWorld(TestDatabase.access(), home);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"backup", "cleanup", "expire", "health-check", "optimise", "rollup", "seal"})
  void failsForThatClientAndIsDoneForTheOthers(String job) throws Exception {
    dropAcme();
    Run run = run("job", "run", job);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("tbms: job " + job + " failed for acme: ")
        .contains("Unknown database")
        .hasLineCount(1);
    JsonNode status = run("job", "status", job, "--json").json().get(0);
    assertThat(status.get("state").asText()).isEqualTo("failed");
    assertThat(status.get("clients").asInt()).as("boreal").isEqualTo(1);
    assertThat(status.get("failures")).hasSize(1);
  }

  @Test
  void theOthersGetTheirMails() throws Exception {
    HeldJobs.queue(world);
    dropAcme();
    assertThat(run("job", "run", "alerts").exitCode()).isZero();
    assertThat(HeldJobs.recipients(world))
        .containsExactlyInAnyOrder("registry@example.ca", "boreal@example.ca");
  }

  @Test
  void itsBackupIsVerifiedAllTheMore() throws Exception {
    world.done("backup");
    dropAcme();
    world.done("verify-backup");
    assertThat(world.verified("acme")).isEqualTo(1);
  }

  private void dropAcme() throws Exception {
    world.installation.access().execute("DROP DATABASE `" + world.database("acme") + "`");
  }

  private Run run(String... args) {
    return Run.inside(world.installation.environment(), args);
  }
}
