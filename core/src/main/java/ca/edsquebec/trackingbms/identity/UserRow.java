package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

@Entity
@Table(name = "user_account")
class UserRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String email;

  @Column(name = "display_name")
  private String displayName;

  private String locale;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_sign_in_at")
  private Instant lastSignInAt;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  @Column(name = "deactivated_at")
  private Instant deactivatedAt;

  @Column(name = "platform_admin")
  private boolean platformAdmin;

  protected UserRow() {}

  UserRow(Email email, String displayName, Locale locale, String passwordHash, Instant now) {
    this.email = email.text();
    this.displayName = displayName;
    this.locale = locale.toLanguageTag();
    this.passwordHash = passwordHash;
    this.createdAt = now;
  }

  long id() {
    return id;
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

  String passwordHash() {
    return passwordHash;
  }

  /** Of the same password, at another cost. */
  void setPasswordHash(String value) {
    passwordHash = value;
  }

  void changePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
  }

  /** Empty when it is still the one it began with. */
  Optional<Instant> passwordChangedAt() {
    return Optional.ofNullable(passwordChangedAt);
  }

  void rename(String name, Locale language) {
    displayName = name;
    locale = language.toLanguageTag();
  }

  boolean isDeactivated() {
    return deactivatedAt != null;
  }

  Optional<Instant> lastSignInAt() {
    return Optional.ofNullable(lastSignInAt);
  }

  boolean isPlatformAdmin() {
    return platformAdmin;
  }

  void setPlatformAdmin(boolean value) {
    platformAdmin = value;
  }

  Instant createdAt() {
    return createdAt;
  }

  /**
   * Nothing is left that says who it was, and nobody can sign in.
   *
   * @param noPassword a hash that no password has
   */
  void erase(String noPassword, Instant now) {
    email = Erased.email(id);
    displayName = "";
    locale = Locale.CANADA_FRENCH.toLanguageTag();
    passwordHash = noPassword;
    passwordChangedAt = null;
    lastSignInAt = null;
    deactivatedAt = now;
    platformAdmin = false;
  }

  void signedIn(Instant now) {
    lastSignInAt = now;
  }
}
