package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

@Entity
@Table(name = "session")
class SessionRow {

  /** A session that nobody ends is over after this time. */
  static final Duration LENGTH = Duration.ofHours(12);

  /** So is one that nothing was heard of for so long; an open page asks each half minute. */
  static final Duration IDLE = Duration.ofHours(2);

  /** How long the second factor may take. */
  static final Duration AWAITED = Duration.ofMinutes(10);

  /** For so long the refresh token before the current one is still taken: two tabs race. */
  static final Duration GRACE = Duration.ofSeconds(30);

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private UserRow user;

  private String kind;
  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private int generation;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "device_id")
  private Long deviceId;

  @Column(name = "awaits_factor")
  private boolean awaitsFactor;

  protected SessionRow() {}

  SessionRow(String id, UserRow user, SessionKind kind, Device device, Instant now) {
    this.id = id;
    this.user = user;
    this.kind = kind.name();
    this.address = shortened(device.address(), 64);
    this.userAgent = shortened(device.userAgent(), 255);
    this.createdAt = now;
    this.lastSeenAt = now;
    this.rotatedAt = now;
    this.expiresAt = now.plus(AWAITED);
    this.awaitsFactor = true;
  }

  /** All that was asked for was given. */
  void open(long device, Instant now) {
    deviceId = device;
    awaitsFactor = false;
    createdAt = now;
    lastSeenAt = now;
    rotatedAt = now;
    expiresAt = now.plus(LENGTH);
  }

  String id() {
    return id;
  }

  UserRow user() {
    return user;
  }

  SessionKind kind() {
    return SessionKind.valueOf(kind);
  }

  int generation() {
    return generation;
  }

  Instant lastSeenAt() {
    return lastSeenAt;
  }

  boolean isLive(Instant now) {
    return !awaitsFactor && isGood(now) && now.isBefore(lastSeenAt.plus(IDLE));
  }

  boolean isAwaitingFactor(Instant now) {
    return awaitsFactor && isGood(now);
  }

  private boolean isGood(Instant now) {
    return endedAt == null && now.isBefore(expiresAt) && !user.isDeactivated();
  }

  /** Whether a refresh token of that generation may still be used. */
  boolean takes(int ofToken, Instant now) {
    return ofToken == generation
        || (ofToken == generation - 1 && now.isBefore(rotatedAt.plus(GRACE)));
  }

  /** The current refresh token was used: from now on its successors are the current ones. */
  void rotate(int used, Instant now) {
    if (used == generation) {
      generation++;
      rotatedAt = now;
    }
    lastSeenAt = now;
  }

  void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  OpenSession toOpenSession() {
    return new OpenSession(
        id, kind(), address, userAgent, createdAt, lastSeenAt, earlier(expiresAt));
  }

  private Instant earlier(Instant absolute) {
    Instant idle = lastSeenAt.plus(IDLE);
    return idle.isBefore(absolute) ? idle : absolute;
  }

  private static String shortened(String text, int max) {
    return text.substring(0, Math.min(text.length(), max));
  }
}
