package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

@Entity
@Table(name = "api_key")
class ApiKeyRow {

  @Id private String id;
  private String tenant;
  private String name;
  private String scopes;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @Column(name = "battery_access")
  private String access;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ApiKeyRow() {}

  ApiKeyRow(KeyText key, TenantId tenant, String name, KeyWish wish, Instant now) {
    this.id = key.id();
    this.tenant = tenant.slug();
    this.name = name;
    this.scopes = wish.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(","));
    this.access = wish.access().text();
    this.expiresAt = wish.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
    this.secretHash = key.secretHash();
    this.createdAt = now;
  }

  String tenant() {
    return tenant;
  }

  byte[] secretHash() {
    return secretHash;
  }

  void rename(String newName) {
    name = newName;
  }

  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  ApiKey toKey() {
    return new ApiKey(
        id,
        new TenantId(tenant),
        name,
        Arrays.stream(scopes.split(",")).map(Scope::valueOf).collect(Collectors.toSet()),
        BatteryAccess.parse(access),
        createdAt,
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(revokedAt));
  }
}
