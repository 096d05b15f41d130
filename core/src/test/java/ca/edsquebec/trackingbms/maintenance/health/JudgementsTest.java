package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where good ends, for each check that measures something. */
class JudgementsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0, UNKNOWN, none",
    "0, 5, OK, ok",
    "1, 1, OK, some",
    "1, 2, OK, some",
    "2, 5, OK, some",
    "2, 4, WARN, many",
    "9, 9, WARN, many"
  })
  void warnsOfSilentBatteriesOnlyWhereHalfOfAClientsAre(
      long silent, long asked, Status status, String cause) {
    Finding finding = PullCheck.judge(silent, asked, "2026-11-25");
    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"10, 100, OK", "9, 100, WARN", "3, 100, WARN", "2, 100, FAIL", "0, 100, FAIL"})
  void ofTheDisk(long free, long total, Status status) {
    assertThat(DiskCheck.judge(free, total).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"89, 100, OK", "90, 100, WARN", "100, 100, FAIL", "101, 100, FAIL"})
  void ofTheQuota(long used, long quota, Status status) {
    assertThat(QuotaCheck.judge(used, quota).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"9, 12, OK", "10, 12, WARN", "11, 12, WARN", "12, 12, FAIL"})
  void ofConnections(long used, long limit, Status status) {
    assertThat(ConnectionsCheck.judge(used, limit).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"PT26H, OK", "PT26H1S, WARN", "PT50H, WARN", "PT50H1S, FAIL"})
  void ofTheNewestBackup(Duration age, Status status) {
    assertThat(BackupCheck.judge(Optional.of(NOW.minus(age)), NOW).status()).isEqualTo(status);
    assertThat(BackupCheck.judge(Optional.empty(), NOW).status()).isEqualTo(Status.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "P15D, true, OK, ok",
    "P14D, true, WARN, soon",
    "P3D, true, FAIL, soon",
    "P15D, false, FAIL, untrusted",
    "PT-1S, true, FAIL, expired",
    "PT-1S, false, FAIL, expired"
  })
  void ofTheCertificate(Duration left, boolean trusted, Status status, String cause) {
    Finding finding =
        CertificateCheck.judge(new ServerCertificate.Shown(NOW.plus(left), trusted), NOW);
    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.cause()).isEqualTo(cause);
  }
}
