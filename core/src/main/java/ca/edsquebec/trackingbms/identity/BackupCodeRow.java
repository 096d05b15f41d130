package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

@Entity
@Table(name = "backup_code")
@IdClass(BackupCodeRow.Key.class)
class BackupCodeRow {

  /** Whose it is, and its first characters. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private long userId;
    private String label;

    protected Key() {}

    Key(long userId, String label) {
      this.userId = userId;
      this.label = label;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.userId == userId && key.label.equals(label);
    }

    @Override
    public int hashCode() {
      return Objects.hash(userId, label);
    }
  }

  @Id
  @Column(name = "user_id")
  private long userId;

  @Id private String label;
  private String hash;

  @Column(name = "used_at")
  private Instant usedAt;

  protected BackupCodeRow() {}

  BackupCodeRow(long userId, String label, String hash) {
    this.userId = userId;
    this.label = label;
    this.hash = hash;
  }

  String hash() {
    return hash;
  }

  boolean isUsed() {
    return usedAt != null;
  }

  void use(Instant now) {
    usedAt = now;
  }
}
