package ca.edsquebec.trackingbms.maintenance.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All checks, in the order in which they are made and shown. */
final class Checks {

  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
  private static final String ERROR = "error";

  private Checks() {}

  static List<Check> all(Surroundings around) {
    return List.of(
        new DatabaseCheck(around),
        new ClientsCheck(around),
        new IngestCheck(around),
        new GatewayCheck(around),
        new PullCheck(around),
        new CronCheck(around),
        new JobsCheck(around),
        new OutboxCheck(around),
        new MailQuotaCheck(around),
        new DiskCheck(around),
        new QuotaCheck(around),
        new ConnectionsCheck(around),
        new CertificateCheck(around),
        new BackupCheck(around));
  }

  /** What they find; one that throws is itself a finding. */
  static List<Finding> look(List<Check> checks) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.addAll(check.look());
      } catch (RuntimeException e) {
        LOG.warn("the check {} could not be made", check.name(), e);
        findings.add(Finding.unknown(check.name(), ERROR).with(String.valueOf(e.getMessage())));
      }
    }
    return findings;
  }

  /** Names of the checks that threw instead of telling all they had to tell. */
  static Set<String> broken(List<Finding> findings) {
    return findings.stream()
        .filter(one -> one.status() == Status.UNKNOWN && one.cause().equals(ERROR))
        .map(Finding::check)
        .collect(Collectors.toSet());
  }
}
