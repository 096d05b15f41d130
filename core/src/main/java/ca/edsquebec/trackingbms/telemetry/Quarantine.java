package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The last frames that could not be decoded, with the reason, for whoever looks after a device. A
 * sample of them, not an archive: {@value #PER_CALL} of a call and {@value #KEPT} of a client are
 * kept.
 */
public final class Quarantine {

  static final int PER_CALL = 10;
  static final int KEPT = 1000;

  public Quarantine(TenantDatabase db, Clock clock) {}

  /**
   * A frame that was refused.
   *
   * @param text the frame as a person can read it (hex or its line); kept to 200 characters
   * @param reason why; kept to 200 characters
   */
  public record Refused(String text, String reason) {}

  /**
   * A frame kept.
   *
   * @param batteryId internal id; empty when the frame could not be told to a battery
   */
  public record Kept(
      Instant receivedAt, OptionalLong batteryId, String connector, String text, String reason) {}

  /**
   * Keeps the first few of these; does nothing when there are none.
   *
   * @param batteryId internal id; empty when unknown
   */
  public void record(
      TenantId tenant, OptionalLong batteryId, String connector, List<Refused> frames) {}

  /** The newest first; frames of no known battery only for who sees all of them. */
  public List<Kept> recent(Viewer viewer, int limit) {
    return null;
  }
}
