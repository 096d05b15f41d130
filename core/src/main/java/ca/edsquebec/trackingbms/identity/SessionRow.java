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
@SuppressWarnings("UnusedVariable") // Some is only written, to be shown later.
class SessionRow {

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private UserRow user;

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

  protected SessionRow() {}

  SessionRow(
      String id, UserRow user, String address, String userAgent, Instant now, Duration length) {
    this.id = id;
    this.user = user;
    this.address = shortened(address, 64);
    this.userAgent = shortened(userAgent, 255);
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = now.plus(length);
  }

  String id() {
    return id;
  }

  UserRow user() {
    return user;
  }

  Instant lastSeenAt() {
    return lastSeenAt;
  }

  boolean isLive(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  private static String shortened(String text, int max) {
    return text.substring(0, Math.min(text.length(), max));
  }
}
