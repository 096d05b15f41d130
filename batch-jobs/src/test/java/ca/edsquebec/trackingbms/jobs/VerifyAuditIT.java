package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tbms audit verify} on two clients' chains and the platform's. */
class VerifyAuditIT {

  private TestInstallation installation;

  @BeforeEach
  void recordSome() {
    installation = new TestInstallation();
    Audit audit = installation.audit();
    for (String client : new String[] {"acme", "boreal"}) {
      Optional<TenantId> chain = Optional.of(installation.tenant(client));
      for (int i = 0; i < 3; i++) {
        audit.record(chain, Actor.SYSTEM, Change.of(Action.SIGN_OUT, "session:" + i));
      }
    }
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void tellsTheHeadOfEveryWholeChain() {
    Run run = verify("--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json()).hasSize(3);
    JsonNode acme = run.json().get(0);
    assertThat(acme.at("/chain").asText()).isEqualTo("acme");
    assertThat(acme.at("/whole").asBoolean()).isTrue();
    assertThat(acme.at("/entries").asLong()).isEqualTo(3);
    assertThat(acme.at("/head").asText()).matches("3:[0-9a-f]{64}");
    assertThat(run.json().get(2).at("/chain").asText()).isEqualTo("platform");
  }

  @Test
  void namesTheEntryThatWasChangedAndLeavesTheOtherClientWhole() {
    sql("UPDATE %s.audit_entry SET actor_id = '13' WHERE chain = 'acme' AND seq = 2");
    Run run = verify("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "tbms: chain acme: entry 2 was changed, or written by somebody without the key\n");
    assertThat(run.json().get(0).at("/faults/0").asText()).isEqualTo("altered:2");
    assertThat(run.json().get(1).at("/whole").asBoolean()).isTrue();
    assertThat(verify("--client", "boreal").exitCode()).isZero();
  }

  @Test
  void findsAChainThatWasWoundBackByTheHeadThatWasKept() {
    String head = verify("--client", "acme", "--json").json().get(0).at("/head").asText();
    assertThat(verify("--client", "acme", "--expect", "acme=" + head).exitCode()).isZero();
    sql("DELETE FROM %s.audit_entry WHERE chain = 'acme'");
    sql("DELETE FROM %s.audit_chain WHERE chain = 'acme'");
    assertThat(verify("--client", "acme").exitCode()).as("nothing inside tells").isZero();
    Run run = verify("--client", "acme", "--expect", "acme=" + head);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("was wound back");
  }

  @Test
  void refusesAHeadThatIsNoneAndOneOfAChainThatIsNotLookedAt() {
    assertThat(verify("--expect", "acme=3").exitCode()).isNotZero();
    String head = "3:" + "0".repeat(64);
    assertThat(verify("--client", "boreal", "--expect", "acme=" + head).err())
        .contains("no chain \"acme\"");
  }

  private Run verify(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "audit";
    args[1] = "verify";
    System.arraycopy(options, 0, args, 2, options.length);
    return Run.inside(installation.environment(), args);
  }

  private void sql(String statement) {
    installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var change = connection.createStatement()) {
                return change.executeUpdate(statement.formatted(db));
              }
            });
  }
}
