package ca.edsquebec.trackingbms.testkit;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;

/** The audit of an installation whose master key is that of {@link TestInstallation}. */
public final class TestAudit {

  private TestAudit() {}

  public static Audit of(Databases databases, Clock clock) {
    return new Audit(databases, new KeyRing(databases.registry(), new byte[32], clock), clock);
  }
}
