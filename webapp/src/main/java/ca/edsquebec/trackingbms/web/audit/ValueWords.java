package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.platform.Formats;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.page.PeriodText;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The values of an entry in words. What is not of its kind is told as it stands there. */
final class ValueWords {

  /** Before the code of a custom field: a value that a battery has in it. */
  private static final String FIELD = "field.";

  private static final int SHOWN_OF_PICTURE = 8;

  private final ChainNames names;
  private final EntryWords entry;
  private final Texts texts;
  private final Formats formats;

  ValueWords(ChainNames names, EntryWords entry, Texts texts, Formats formats) {
    this.names = names;
    this.entry = entry;
    this.texts = texts;
    this.formats = formats;
  }

  /** What the value is of. */
  String field(String name) {
    if (name.startsWith(FIELD)) {
      String code = name.substring(FIELD.length());
      return names.name("field", code).orElse(code);
    }
    AuditField known = AuditField.named(name);
    return known == null ? name : texts.of(known.text());
  }

  /** Empty for an empty one. */
  String value(String name, String value) {
    AuditField known = AuditField.named(name);
    if (value.isEmpty() || known == null) {
      return value;
    }
    try {
      return told(known.kind(), value);
    } catch (IllegalArgumentException | DateTimeException | InvalidException otherKind) {
      return value;
    }
  }

  private String told(ValueKind kind, String value) {
    return switch (kind) {
      case TEXT -> value;
      case FLAG -> flag(value);
      case COUNT -> ChainNames.number(value).map(formats::count).orElse(value);
      case TIME -> formats.dateTime(Instant.parse(value).toEpochMilli());
      case PERIOD -> PeriodText.of(Period.parse(value), texts);
      case ROLE -> names.name("role", value).orElse(value);
      case ACCESS -> access(BatteryAccess.parse(value), value);
      case PERMISSIONS -> each(value, this::permission);
      case SCOPES -> each(value, this::scope);
      case STATUS -> status(value);
      case RUN_STATE -> texts.of("system.run." + Run.State.valueOf(value).name());
      case FIELD_KIND -> texts.of("fields.kind." + AuditAddress.word(FieldKind.valueOf(value)));
      case FIELDS -> each(value, code -> names.name("field", code).orElse(code));
      case CONNECTOR -> Connectors.withId(value).map(Connector::displayName).orElse(value);
      case PICTURE -> texts.of("audit.value.picture", beginning(value));
      case ACTION -> action(value);
      case ACTOR -> entry.who(AuditAddress.actor(value)).text();
      case OBJECT -> entry.object(value).text();
    };
  }

  private String flag(String value) {
    return switch (value) {
      case "true" -> texts.of("people.yes");
      case "false" -> texts.of("people.no");
      default -> value;
    };
  }

  private String access(BatteryAccess access, String value) {
    return names.scopes().map(scopes -> scopes.text(access, texts)).orElse(value);
  }

  private String permission(String name) {
    Permission permission = Permission.valueOf(name);
    return Permission.OF_PEOPLE.contains(permission)
        ? texts.of("permission." + AuditAddress.word(permission))
        : name;
  }

  private String scope(String name) {
    return texts.of(Scope.valueOf(name) == Scope.INGEST ? "keys.ingest-long" : "keys.read-long");
  }

  private String status(String value) {
    boolean ofBattery =
        Arrays.stream(BatteryStatus.values()).anyMatch(status -> status.name().equals(value));
    return ofBattery
        ? texts.of("battery.status." + AuditAddress.word(BatteryStatus.valueOf(value)))
        : texts.of("clients.state." + AuditAddress.word(Tenant.Status.valueOf(value)));
  }

  private String action(String word) {
    boolean known =
        Arrays.stream(Action.values()).anyMatch(it -> AuditAddress.word(it).equals(word));
    return known ? texts.of("audit.action." + word) : word;
  }

  private static String beginning(String value) {
    return value.substring(0, Math.min(SHOWN_OF_PICTURE, value.length()));
  }

  private static String each(String list, UnaryOperator<String> told) {
    return Arrays.stream(list.split("\\s*,\\s*", -1)).map(told).collect(Collectors.joining(", "));
  }
}
