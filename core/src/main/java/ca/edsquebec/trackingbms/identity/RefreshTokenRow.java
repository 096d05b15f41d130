package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "refresh_token")
@SuppressWarnings("UnusedVariable") // When it was made is only written, for whoever investigates.
class RefreshTokenRow {

  @Id private String hash;

  @Column(name = "session_id")
  private String sessionId;

  private int generation;

  @Column(name = "created_at")
  private Instant createdAt;

  protected RefreshTokenRow() {}

  RefreshTokenRow(String secret, SessionRow session, Instant now) {
    this.hash = SecretHash.of(secret);
    this.sessionId = session.id();
    this.generation = session.generation();
    this.createdAt = now;
  }

  String sessionId() {
    return sessionId;
  }

  int generation() {
    return generation;
  }
}
