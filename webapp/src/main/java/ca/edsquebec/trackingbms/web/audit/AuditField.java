package ca.edsquebec.trackingbms.web.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that entries have, and how each is told. An entry names one as {@code expiresAt}. */
enum AuditField {
  ACCENT("settings.accent", ValueKind.TEXT),
  ACCESS("people.scope", ValueKind.ACCESS),
  ACTION("audit.what", ValueKind.ACTION),
  ACTIVE("audit.field.active", ValueKind.FLAG),
  ACTOR("audit.who", ValueKind.ACTOR),
  ASSESSMENT("incident.assessment", ValueKind.TEXT),
  ATTEMPT("audit.field.attempt", ValueKind.COUNT),
  AWARE_ON("incident.aware-on", ValueKind.TEXT),
  BATTERIES("quota.batteries", ValueKind.COUNT),
  CHOICES("fields.choices", ValueKind.TEXT),
  CIRCUMSTANCES("incident.circumstances", ValueKind.TEXT),
  CLIENTS("incident.clients", ValueKind.TEXT),
  CLIENTS_DONE("audit.field.clients-done", ValueKind.COUNT),
  CODE("battery.code", ValueKind.TEXT),
  COMMISSIONED_AT("audit.field.commissioned-at", ValueKind.TIME),
  COMMISSION_ON("incident.commission-on", ValueKind.TEXT),
  CONNECTOR("battery.connector", ValueKind.CONNECTOR),
  COPIES("audit.field.copies", ValueKind.COUNT),
  CREATED_AT("audit.field.created-at", ValueKind.TIME),
  DEFAULT("fields.column.default", ValueKind.TEXT),
  DEVICE("audit.field.device", ValueKind.TEXT),
  ERASE_AT("audit.field.erase-at", ValueKind.TIME),
  EXPIRES_AT("keys.expires", ValueKind.TIME),
  FAULTS("audit.field.faults", ValueKind.COUNT),
  FILE("audit.field.file", ValueKind.TEXT),
  FILTER("audit.field.filter", ValueKind.TEXT),
  FIRST_SEQ("audit.field.first-seq", ValueKind.COUNT),
  FORMAT("audit.field.format", ValueKind.TEXT),
  FROM("audit.filter.from", ValueKind.TIME),
  INFORMATION("incident.information", ValueKind.TEXT),
  KIND("fields.column.kind", ValueKind.FIELD_KIND),
  KEYS("gateways.keys", ValueKind.TEXT),
  LABEL_EN("fields.label-en", ValueKind.TEXT),
  LABEL_FR("fields.label-fr", ValueKind.TEXT),
  LOGO("settings.logo", ValueKind.PICTURE),
  MEANINGS("candb.meanings", ValueKind.TEXT),
  MEASURES("incident.measures", ValueKind.TEXT),
  NAME("settings.name", ValueKind.TEXT),
  OBJECT("audit.object", ValueKind.OBJECT),
  OCCURRED("incident.occurred", ValueKind.TEXT),
  ORDER("audit.field.order", ValueKind.FIELDS),
  PARENT("audit.field.parent", ValueKind.TEXT),
  PERMISSIONS("audit.field.permissions", ValueKind.PERMISSIONS),
  PERSONS("incident.persons", ValueKind.TEXT),
  PERSONS_TOLD_ON("incident.persons-told-on", ValueKind.TEXT),
  PLACE("battery.place", ValueKind.TEXT),
  PLATFORM_ADMIN("audit.field.platform-admin", ValueKind.FLAG),
  PUBLIC_NOTICE("incident.public-notice", ValueKind.TEXT),
  REASON("clients.reason", ValueKind.TEXT),
  REQUIRED("audit.field.required", ValueKind.FLAG),
  RETENTION("settings.retention", ValueKind.PERIOD),
  ROLE("people.role", ValueKind.ROLE),
  ROWS("audit.field.rows", ValueKind.COUNT),
  SAMPLES_A_DAY("audit.field.samples-a-day", ValueKind.COUNT),
  SCOPES("keys.may", ValueKind.SCOPES),
  SERIOUS_RISK("incident.serious-risk", ValueKind.FLAG),
  SHA256("audit.field.sha256", ValueKind.TEXT),
  SIGNALS("candb.signals", ValueKind.COUNT),
  SILENT_AFTER("audit.field.silent-after", ValueKind.COUNT),
  SINCE("audit.field.since", ValueKind.TIME),
  STATE("audit.field.state", ValueKind.RUN_STATE),
  STATUS("clients.status", ValueKind.STATUS),
  TAGS("details.tags", ValueKind.TEXT),
  TO("audit.filter.to", ValueKind.TIME),
  TYPE("battery.type", ValueKind.TEXT),
  UNIT("fields.unit", ValueKind.TEXT),
  UNTIL("audit.field.until", ValueKind.TIME),
  USERS("quota.users", ValueKind.COUNT),
  ZONE("audit.field.zone", ValueKind.TEXT);

  private static final Map<String, AuditField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(AuditField::stored, Function.identity()));

  private final String text;
  private final ValueKind kind;

  AuditField(String text, ValueKind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** Null for a name that this version does not know. */
  static AuditField named(String name) {
    return BY_NAME.get(name);
  }

  /** The key of its name in the texts. */
  String text() {
    return text;
  }

  ValueKind kind() {
    return kind;
  }

  /** {@code expiresAt} of EXPIRES_AT. */
  private String stored() {
    return Pattern.compile("_([a-z])")
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
