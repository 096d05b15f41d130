package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "membership")
class MembershipRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private UserRow user;

  private String tenant;
  private String role;

  @Column(name = "created_at")
  private Instant createdAt;

  protected MembershipRow() {}

  MembershipRow(UserRow user, TenantId tenant, Role role, Instant now) {
    this.user = user;
    this.tenant = tenant.slug();
    this.role = role.name();
    this.createdAt = now;
  }

  TenantId tenant() {
    return new TenantId(tenant);
  }

  Role role() {
    return Role.valueOf(role);
  }

  Member toMember() {
    return new Member(
        user.id(),
        user.email(),
        user.displayName(),
        user.locale(),
        role(),
        createdAt,
        user.lastSignInAt());
  }
}
