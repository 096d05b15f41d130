package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Turn;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TcpRelay;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packed program, hit in the middle of a job: a client's table is locked so that it waits. */
class JobFaultsIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private TestInstallation installation;
  private OldSamples samples;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws Exception {
    String home = TestDatabase.projectRoot().resolve("batch-jobs/target/it/faults").toString();
    installation = new TestInstallation(Map.of("TBMS_HOME", home));
    environment = new HashMap<>(installation.environment());
    samples = new OldSamples(installation);
    samples.store("acme", 40);
    samples.store("boreal", 30);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void goesOnWithTheClientAtWhichItWasKilled() throws Exception {
    try (Connection lock = locked("acme")) {
      Process killed = Run.start(environment, "job", "run", "seal");
      await(() -> isWaiting("acme") && samples.sealed("boreal") == 30);
      await(() -> checkpoints() == 1);
      killed.destroyForcibly().waitFor();
      // Its statement goes on in the server until that notices; nothing of it may be committed.
      assertThat(lock.isValid(1)).isTrue();
    }
    // However long the next program takes to start, it comes early.
    slotExpires("+");
    Run early = Run.packed(environment, "", "job", "run", "seal");
    assertThat(early.exitCode()).as("the dead program's lease still holds").isEqualTo(75);
    assertThat(early.out() + early.err()).isEmpty();
    slotExpires("-");
    await(this::isSlotFree);
    letGo("acme");
    // Not "run": that begins anew when the next hour's time came meanwhile.
    Run again = Run.packed(environment, "", "job", "restart", "seal", "--json");
    assertThat(again.exitCode()).as(again.err()).isZero();
    List<JsonNode> lines = again.json();
    assertThat(lines).as("boreal was done before").hasSize(2);
    assertThat(lines.get(0).get("client").asText()).isEqualTo("acme");
    assertThat(lines.get(1).get("attempt").asInt()).isEqualTo(2);
    assertThat(samples.sealed("acme")).isEqualTo(40);
    assertThat(samples.rows("acme")).isZero();
    assertThat(samples.sealed("boreal")).isEqualTo(30);
  }

  @Test
  void ofTwoStartsAtOnceTheSecondEndsQuietly() throws Exception {
    Process first;
    try (Connection lock = locked("acme")) {
      first = Run.start(environment, "job", "run", "seal");
      await(() -> isWaiting("acme"));
      Run second = Run.packed(environment, "", "cron", "tick");
      assertThat(second.exitCode()).isEqualTo(75);
      assertThat(second.out() + second.err()).isEmpty();
      assertThat(lock.isValid(1)).isTrue();
    }
    Run done = Run.ended(first, "");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(samples.sealed("acme")).isEqualTo(40);
  }

  @Test
  void ofTwoTicksAtTheSameMomentEachJobRunsOnce() throws Exception {
    Process first = Run.start(environment, "cron", "tick");
    Process second = Run.start(environment, "cron", "tick");
    List<Integer> codes =
        List.of(Run.ended(first, "").exitCode(), Run.ended(second, "").exitCode());
    assertThat(codes).contains(0).isSubsetOf(0, 75);
    assertThat(samples.count("SELECT COUNT(DISTINCT job) FROM %s.job_run"))
        .isEqualTo(Routines.installed().size());
    assertThat(samples.count("SELECT COUNT(*) - COUNT(DISTINCT job, slot_at) FROM %s.job_run"))
        .isZero();
    assertThat(samples.count("SELECT COUNT(*) FROM %s.job_run WHERE state <> 'DONE'")).isZero();
    assertThat(samples.sealed("acme")).isEqualTo(40);
  }

  @Test
  void outlivesALineToTheDatabaseThatBreaks() throws Exception {
    URI server = URI.create(installation.access().server().substring("jdbc:".length()));
    try (TcpRelay relay = new TcpRelay(server.getHost(), server.getPort())) {
      environment.put(
          "TBMS_DB_URL",
          environment.get("TBMS_DB_URL").replace(":" + server.getPort(), ":" + relay.port()));
      Process process;
      try (Connection lock = locked("acme")) {
        process = Run.start(environment, "job", "run", "seal", "--json");
        await(() -> isWaiting("acme"));
        relay.cut();
        assertThat(lock.isValid(1)).isTrue();
      }
      // Long enough that it asks several times in vain, as while a server starts.
      assertThat(process.waitFor(3, TimeUnit.SECONDS)).isFalse();
      letGo("acme");
      relay.mend();
      Run run = Run.ended(process, "");
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      assertThat(samples.sealed("acme")).isEqualTo(40);
      assertThat(samples.rows("acme")).isZero();
    }
  }

  @Test
  void anInterruptLetsTheClientAtWorkBeFinished() throws Exception {
    Process process;
    try (Connection lock = locked("acme")) {
      process = Run.start(environment, "job", "run", "seal");
      await(() -> isWaiting("acme"));
      process.destroy();
      assertThat(lock.isValid(1)).isTrue();
    }
    Run run = Run.ended(process, "");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(samples.sealed("acme")).isEqualTo(40);
    assertThat(isSlotFree()).as("the lease was given back").isTrue();
  }

  private Connection locked(String client) throws SQLException {
    DatabaseAccess access = installation.access();
    Connection lock =
        DriverManager.getConnection(access.server(), access.user(), access.password());
    try (Statement statement = lock.createStatement()) {
      statement.execute(
          "LOCK TABLES `%s`.sample_chunk WRITE".formatted(installation.databaseOf(client)));
    }
    return lock;
  }

  private boolean isWaiting(String client) {
    return samples.count(
            "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for%%'"
                + " AND INFO LIKE '%%"
                + installation.databaseOf(client)
                + "%%' AND '%s' <> '' AND ID <> CONNECTION_ID()")
        > 0;
  }

  /**
   * The right to seal, which a line that broke could not give back, lasts two minutes: they pass.
   */
  private void letGo(String client) {
    samples.registry(
        "UPDATE %s.lease SET expires_at = '1970-01-02' WHERE name = 'seal/" + client + "'");
  }

  /** Later or earlier by as much. */
  private void slotExpires(String sign) {
    samples.registry(
        "UPDATE %s.lease SET expires_at = expires_at "
            + sign
            + " INTERVAL 4 MINUTE WHERE name = 'jobs'");
  }

  private long checkpoints() {
    return samples.count(
        "SELECT COUNT(*) FROM %s.PARTITION_EXECUTION WHERE READERCHECKPOINTINFO IS NOT NULL"
            + " AND BATCHSTATUS = 'COMPLETED' AND LENGTH(READERCHECKPOINTINFO) > 0"
            + " AND READERCHECKPOINTINFO LIKE '%%boreal%%'");
  }

  private boolean isSlotFree() {
    var turn = Turn.take(installation.databases().registry());
    turn.ifPresent(Turn::close);
    return turn.isPresent();
  }

  // The server and another process: nothing to await but to ask.
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not come about in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
