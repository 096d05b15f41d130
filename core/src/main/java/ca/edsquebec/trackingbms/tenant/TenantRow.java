package ca.edsquebec.trackingbms.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "tenant")
class TenantRow {

  @Id private String slug;
  private String name;

  @Column(name = "database_name")
  private String database;

  private String status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "held_since")
  private Instant heldSince;

  @Column(name = "held_reason")
  private String heldReason;

  @Column(name = "erase_at")
  private Instant eraseAt;

  @Column(name = "quota_batteries")
  private Long quotaBatteries;

  @Column(name = "quota_users")
  private Long quotaUsers;

  @Column(name = "quota_samples_a_day")
  private Long quotaSamplesADay;

  private String accent;
  private String logo;

  protected TenantRow() {}

  TenantRow(Tenant tenant) {
    slug = tenant.id().slug();
    name = tenant.name();
    database = tenant.database();
    status = tenant.status().name();
    createdAt = tenant.createdAt();
  }

  /** One that is complete stays as it is: suspended, it is no less suspended for that. */
  void activate() {
    if (status.equals(Tenant.Status.PROVISIONING.name())) {
      status = Tenant.Status.ACTIVE.name();
    }
  }

  Tenant toTenant() {
    return new Tenant(
        new TenantId(slug),
        name,
        database,
        Tenant.Status.valueOf(status),
        createdAt,
        Optional.ofNullable(heldSince)
            .map(
                since ->
                    new Tenant.Hold(
                        heldReason == null ? "" : heldReason, since, Optional.ofNullable(eraseAt))),
        new Quota(
            Quota.optional(quotaBatteries),
            Quota.optional(quotaUsers),
            Quota.optional(quotaSamplesADay)),
        new Tenant.Look(Optional.ofNullable(accent), Optional.ofNullable(logo)));
  }
}
