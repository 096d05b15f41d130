package ca.edsquebec.trackingbms.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * A client as the registry knows it.
 *
 * @param name what people read
 * @param database the name of its database
 * @param hold why nothing of it may be changed; empty while it is {@link Status#ACTIVE}
 * @param look by which its people recognise it
 */
public record Tenant(
    TenantId id,
    String name,
    String database,
    Status status,
    Instant createdAt,
    Optional<Hold> hold,
    Quota quota,
    Look look) {

  /** Where a tenant is in its life. Stored by name. */
  public enum Status {
    /** Being made: its database may be incomplete. */
    PROVISIONING,
    ACTIVE,
    /** Can be looked at; nobody changes anything and no samples are taken. */
    SUSPENDED,
    /** Hidden from its people until it is restored, or erased when its time has come. */
    DELETING,
    /** Being erased: there is no way back. */
    ERASING;

    /** False when there is no such client for its people and devices. */
    public boolean isVisible() {
      return this != DELETING && this != ERASING;
    }

    /** False when everything must stay as it is. */
    public boolean takesChanges() {
      return this == ACTIVE || this == PROVISIONING;
    }
  }

  /**
   * Why and since when everything stays as it is.
   *
   * @param reason for people; may be empty
   * @param eraseAt from when on it may be erased; empty when it is only suspended
   */
  public record Hold(String reason, Instant since, Optional<Instant> eraseAt) {}

  /**
   * What a client looks like.
   *
   * @param accent such as {@code #1a5fb4}; empty for the product's own
   * @param logo changes with the picture; empty when there is none
   */
  public record Look(Optional<String> accent, Optional<String> logo) {

    static final Look PLAIN = new Look(Optional.empty(), Optional.empty());
  }

  /** A client that is being made. */
  static Tenant beginning(TenantId id, String name, String database, Instant now) {
    return new Tenant(
        id, name, database, Status.PROVISIONING, now, Optional.empty(), Quota.NONE, Look.PLAIN);
  }
}
