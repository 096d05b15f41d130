package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

@Entity
@Table(name = "invitation")
@SuppressWarnings("UnusedVariable") // Some is only asked for in queries.
class InvitationRow {

  static final Duration LIFETIME = Duration.ofDays(7);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String tenant;
  private String email;

  @Column(name = "display_name")
  private String displayName;

  private String locale;

  /** The id of a role, built in or the client's own. */
  private String role;

  @Column(name = "battery_access")
  private String access;

  private String hash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  protected InvitationRow() {}

  InvitationRow(TenantId tenant, Email email, Instant now) {
    this.tenant = tenant.slug();
    this.email = email.text();
    this.createdAt = now;
  }

  /** A new link; the one before is good no more. */
  void send(String token, String name, Membership membership, Locale language, Instant now) {
    displayName = name;
    role = membership.role().id();
    access = membership.access().text();
    locale = language.toLanguageTag();
    sendAgain(token, now);
  }

  void sendAgain(String token, Instant now) {
    hash = SecretHash.of(token);
    sentAt = now;
    expiresAt = now.plus(LIFETIME);
  }

  long id() {
    return id;
  }

  TenantId tenant() {
    return new TenantId(tenant);
  }

  String email() {
    return email;
  }

  String displayName() {
    return displayName;
  }

  Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  String roleId() {
    return role;
  }

  BatteryAccess access() {
    return BatteryAccess.parse(access);
  }

  Instant sentAt() {
    return sentAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isOpen() {
    return acceptedAt == null && withdrawnAt == null;
  }

  boolean isGood(Instant now) {
    return isOpen() && now.isBefore(expiresAt);
  }

  void accept(Instant now) {
    acceptedAt = now;
  }

  void withdraw(Instant now) {
    withdrawnAt = now;
  }
}
