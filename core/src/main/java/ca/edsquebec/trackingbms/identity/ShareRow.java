package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "share_link")
class ShareRow {

  @Id private String id;
  private String tenant;
  private String name;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @Column(name = "battery_access")
  private String access;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "times_opened")
  private long timesOpened;

  protected ShareRow() {}

  ShareRow(
      KeyText text,
      TenantId tenant,
      String name,
      BatteryAccess access,
      Instant now,
      Instant expiresAt) {
    this.id = text.id();
    this.tenant = tenant.slug();
    this.name = name;
    this.secretHash = text.secretHash();
    this.access = access.text();
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  String tenant() {
    return tenant;
  }

  byte[] secretHash() {
    return secretHash;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  void opened(Instant now) {
    timesOpened++;
    lastUsedAt = now;
  }

  ShareLink toLink() {
    return new ShareLink(
        id,
        new TenantId(tenant),
        name,
        BatteryAccess.parse(access),
        createdAt,
        expiresAt,
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(revokedAt),
        timesOpened);
  }
}
