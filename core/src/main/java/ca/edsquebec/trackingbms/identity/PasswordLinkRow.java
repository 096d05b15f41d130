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
@Table(name = "password_link")
@SuppressWarnings("UnusedVariable") // When it was made is asked for in queries.
class PasswordLinkRow {

  static final Duration LIFETIME = Duration.ofMinutes(30);

  @Id private String hash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private UserRow user;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected PasswordLinkRow() {}

  PasswordLinkRow(String token, UserRow user, Instant now) {
    this.hash = SecretHash.of(token);
    this.user = user;
    this.createdAt = now;
    this.expiresAt = now.plus(LIFETIME);
  }

  UserRow user() {
    return user;
  }

  boolean isGood(Instant now) {
    return usedAt == null && now.isBefore(expiresAt) && !user.isDeactivated();
  }
}
