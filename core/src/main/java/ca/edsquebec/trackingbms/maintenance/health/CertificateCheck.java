package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.Setting;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many days the certificate is still good that the portal's address answers with. */
final class CertificateCheck implements Check {

  private static final double SOON = 14;
  private static final double VERY_SOON = 3;
  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  private final Optional<URI> address;
  private final ServerCertificate server;
  private final Clock clock;

  CertificateCheck(Surroundings around) {
    this(
        around.settings().text(Setting.TBMS_PUBLIC_URL).map(URI::create),
        new ServerCertificate(),
        around.clock());
  }

  CertificateCheck(Optional<URI> address, ServerCertificate server, Clock clock) {
    this.address = address;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public List<Finding> look() {
    if (address.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isEmpty()) {
      return List.of(Finding.unknown(name(), "no-https"));
    }
    try {
      return List.of(
          judge(server.of(address.get()), clock.instant()).with(address.get().getHost()));
    } catch (IOException e) {
      // A host may not reach itself by its public name; whoever can't reach it will notice.
      return List.of(Finding.unknown(name(), "no-answer").with(String.valueOf(e.getMessage())));
    }
  }

  static Finding judge(ServerCertificate.Shown shown, Instant now) {
    double days = Duration.between(now, shown.until()).toSeconds() / SECONDS_A_DAY;
    Measure measure = Measure.of(days, SOON, Measure.Unit.DAYS);
    if (days <= 0) {
      return Finding.of("certificate", Status.FAIL, "expired", measure);
    }
    if (!shown.trusted()) {
      return Finding.of("certificate", Status.FAIL, "untrusted", measure);
    }
    if (days > SOON) {
      return Finding.of("certificate", Status.OK, "ok", measure);
    }
    Status status = days > VERY_SOON ? Status.WARN : Status.FAIL;
    return Finding.of("certificate", status, "soon", measure);
  }
}
