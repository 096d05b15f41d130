package ca.edsquebec.trackingbms.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "secret_key")
class SecretKeyRow {

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Column(name = "master_id")
  private String masterId;

  private byte[] wrapped;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected SecretKeyRow() {}

  SecretKeyRow(Purpose purpose, SecretKey key, MasterKey master, Instant now) {
    this.id = key.id();
    this.purpose = purpose;
    this.masterId = master.id();
    this.wrapped = master.wrap(purpose, key.id(), key.bytes());
    this.createdAt = now;
  }

  Purpose purpose() {
    return purpose;
  }

  boolean isRetired() {
    return retiredAt != null;
  }

  Instant retiredAt() {
    return retiredAt;
  }

  void retire(Instant now) {
    retiredAt = now;
  }

  boolean isWrappedBy(MasterKey master) {
    return masterId.equals(master.id());
  }

  /**
   * @return false when that master key wrapped it already
   */
  boolean rewrap(MasterKey before, MasterKey master) {
    if (isWrappedBy(master)) {
      return false;
    }
    byte[] key = before.unwrap(purpose, id, masterId, wrapped);
    wrapped = master.wrap(purpose, id, key);
    masterId = master.id();
    return true;
  }

  SecretKey unwrapped(MasterKey master) {
    return new SecretKey(id, master.unwrap(purpose, id, masterId, wrapped));
  }
}
