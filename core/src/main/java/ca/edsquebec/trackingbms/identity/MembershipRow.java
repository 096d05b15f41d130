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
import java.util.Locale;
import java.util.Optional;

@Entity
@Table(name = "membership")
class MembershipRow {

  private static final String CUSTOM = "CUSTOM";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private UserRow user;

  private String tenant;

  /** The id of a built-in role in capitals, or CUSTOM. */
  private String role;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "custom_role")
  private ClientRoleRow customRole;

  @Column(name = "battery_access")
  private String access;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "deactivated_at")
  private Instant deactivatedAt;

  protected MembershipRow() {}

  MembershipRow(UserRow user, TenantId tenant, Instant now) {
    this.user = user;
    this.tenant = tenant.slug();
    this.createdAt = now;
  }

  /**
   * @param custom the row of the role when it is the client's own; null when it is built in
   */
  MembershipRow grant(Role newRole, ClientRoleRow custom, BatteryAccess newAccess) {
    role = custom == null ? stored(newRole) : CUSTOM;
    customRole = custom;
    access = newAccess.text();
    return this;
  }

  /** How a built-in role stands in the table. */
  static String stored(Role builtIn) {
    return builtIn.id().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  UserRow user() {
    return user;
  }

  TenantId tenant() {
    return new TenantId(tenant);
  }

  Membership membership() {
    Role granted =
        customRole != null
            ? customRole.toRole()
            : Role.builtIn(role.toLowerCase(Locale.ROOT).replace('_', '-')).orElseThrow();
    return new Membership(granted, BatteryAccess.parse(access));
  }

  Optional<Instant> deactivatedAt() {
    return Optional.ofNullable(deactivatedAt);
  }

  /** Whether it was granted, and not taken since. */
  boolean isActive() {
    return access != null && deactivatedAt == null;
  }

  /** What it was stays known; the person has nothing of it. */
  void deactivate(Instant now) {
    if (deactivatedAt == null) {
      deactivatedAt = now;
    }
  }

  void reactivate() {
    deactivatedAt = null;
  }

  Member toMember() {
    return new Member(
        user.id(),
        user.email(),
        user.displayName(),
        user.locale(),
        membership(),
        createdAt,
        user.lastSignInAt(),
        deactivatedAt());
  }
}
