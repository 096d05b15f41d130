package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "totp_factor")
@SuppressWarnings("UnusedVariable") // When it was made is only written, for whoever investigates.
class TotpRow {

  @Id
  @Column(name = "user_id")
  private long userId;

  private String seed;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

  protected TotpRow() {}

  TotpRow(long userId, String sealedSeed, Instant now) {
    this.userId = userId;
    replace(sealedSeed, now);
  }

  /** Another seed before the first was confirmed. */
  final void replace(String sealedSeed, Instant now) {
    seed = sealedSeed;
    createdAt = now;
    lastStep = 0;
  }

  String seed() {
    return seed;
  }

  boolean isOlderThan(Instant time) {
    return createdAt.isBefore(time);
  }

  boolean isConfirmed() {
    return confirmedAt != null;
  }

  void confirm(Instant now) {
    confirmedAt = now;
  }

  long lastStep() {
    return lastStep;
  }

  void use(long step) {
    lastStep = step;
  }
}
