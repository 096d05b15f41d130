package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "client_role")
@SuppressWarnings("UnusedVariable") // Some is only written, for whoever looks into the table.
class ClientRoleRow {

  static final int ID_LENGTH = 16;

  @Id private String id;
  private String tenant;
  private String name;
  private String permissions;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ClientRoleRow() {}

  ClientRoleRow(TenantId tenant, String name, Set<Permission> permissions, Instant now) {
    this.id = RandomText.base32(ID_LENGTH);
    this.tenant = tenant.slug();
    this.createdAt = now;
    change(name, permissions);
  }

  final void change(String newName, Set<Permission> newPermissions) {
    name = newName;
    permissions =
        newPermissions.stream().sorted().map(Permission::name).collect(Collectors.joining(","));
  }

  boolean isOf(TenantId wanted) {
    return tenant.equals(wanted.slug());
  }

  Role toRole() {
    return new Role(id, Optional.of(name), Permission.parse(permissions));
  }
}
