package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "known_device")
@SuppressWarnings("UnusedVariable") // The hash is asked for in queries.
class DeviceRow {

  /** For so long a device may go without the second factor. */
  static final Duration TRUST = Duration.ofDays(30);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "user_id")
  private long userId;

  private String hash;
  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "trusted_until")
  private Instant trustedUntil;

  protected DeviceRow() {}

  DeviceRow(long userId, String secret, Device device, Instant now) {
    this.userId = userId;
    this.hash = SecretHash.of(secret);
    this.firstSeenAt = now;
    seen(device, now);
  }

  long id() {
    return id;
  }

  long userId() {
    return userId;
  }

  boolean isTrusted(Instant now) {
    return trustedUntil != null && now.isBefore(trustedUntil);
  }

  final void seen(Device device, Instant now) {
    address = device.address().substring(0, Math.min(device.address().length(), 64));
    userAgent = device.userAgent().substring(0, Math.min(device.userAgent().length(), 255));
    lastSeenAt = now;
  }

  void trust(Instant now) {
    trustedUntil = now.plus(TRUST);
  }

  void distrust() {
    trustedUntil = null;
  }

  KnownDevice toKnownDevice() {
    return new KnownDevice(
        id, address, userAgent, firstSeenAt, lastSeenAt, Optional.ofNullable(trustedUntil));
  }
}
