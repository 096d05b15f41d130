package ca.edsquebec.trackingbms.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  protected TenantRow() {}

  TenantRow(Tenant tenant) {
    slug = tenant.id().slug();
    name = tenant.name();
    database = tenant.database();
    status = tenant.status().name();
    createdAt = tenant.createdAt();
  }

  void activate() {
    status = Tenant.Status.ACTIVE.name();
  }

  Tenant toTenant() {
    return new Tenant(new TenantId(slug), name, database, Tenant.Status.valueOf(status), createdAt);
  }
}
