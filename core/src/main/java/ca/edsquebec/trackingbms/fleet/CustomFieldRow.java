package ca.edsquebec.trackingbms.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "custom_field")
class CustomFieldRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private String kind;

  @Column(name = "label_fr")
  private String labelFr;

  @Column(name = "label_en")
  private String labelEn;

  private String unit;
  private boolean required;

  @Column(name = "default_value")
  private String defaultValue;

  private String choices;
  private int position;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "archived_at")
  private Instant archivedAt;

  protected CustomFieldRow() {}

  CustomFieldRow(CustomField field, int position, Instant now) {
    this.code = field.code();
    this.kind = field.kind().name();
    this.position = position;
    this.createdAt = now;
    describe(field);
  }

  /** All but code, kind, place and whether it is archived. */
  final void describe(CustomField field) {
    labelFr = field.labelFr();
    labelEn = field.labelEn();
    unit = field.unit();
    required = field.required();
    defaultValue = field.defaultValue();
    choices = ChoicesJson.write(field.choices());
  }

  void archive(Instant now) {
    archivedAt = archivedAt == null ? now : archivedAt;
  }

  void restore() {
    archivedAt = null;
  }

  void setPosition(int value) {
    position = value;
  }

  Long id() {
    return id;
  }

  int position() {
    return position;
  }

  Instant createdAt() {
    return createdAt;
  }

  CustomField toField() {
    return new CustomField(
        code,
        FieldKind.valueOf(kind),
        labelFr,
        labelEn,
        unit,
        required,
        defaultValue,
        ChoicesJson.read(choices),
        archivedAt != null);
  }
}
