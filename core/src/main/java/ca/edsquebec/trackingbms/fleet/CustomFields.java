package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A client's custom fields. Safe for any number of threads; to be called outside of any unit of
 * work, as {@link TenantDatabase} says. Changes are made by those who may; the caller has checked
 * that.
 */
public final class CustomFields {

  /** As many fields a client may have, archived ones too. */
  public static final int MAX_FIELDS = 100;

  private static final int DUPLICATE_KEY = 1062;

  private final TenantDatabase database;
  private final Audit audit;
  private final Clock clock;

  /**
   * A field with how many batteries have a value.
   *
   * @param batteries that the reader sees, retired ones too
   */
  public record Use(CustomField field, long batteries) {}

  public CustomFields(TenantDatabase database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those in use, in their order. */
  public List<CustomField> active(Viewer viewer) {
    return database.read(
        viewer.tenant(),
        em -> CustomFieldTable.active(em).stream().map(CustomFieldRow::toField).toList());
  }

  /** All of them in their order, archived ones last. */
  public List<Use> all(Viewer viewer) {
    return database.read(
        viewer.tenant(),
        em -> {
          Map<Long, Long> uses = CustomFieldTable.uses(em, viewer.scope());
          return CustomFieldTable.all(em).stream()
              .map(row -> new Use(row.toField(), uses.getOrDefault(row.id(), 0L)))
              .sorted((a, b) -> Boolean.compare(a.field().archived(), b.field().archived()))
              .toList();
        });
  }

  /**
   * Also when it is archived.
   *
   * @throws NotFoundException when there is none of that code
   */
  public CustomField field(Viewer viewer, String code) {
    return database.read(viewer.tenant(), em -> CustomFieldTable.get(em, code).toField());
  }

  /**
   * Adds a field behind the others. Batteries that are there keep having no value, required or not,
   * until they are changed.
   *
   * @param wanted its code is made from the French label when blank; it is in use whatever it says
   * @throws InvalidException when the code exists, or something of it can't be
   */
  public CustomField create(Actor by, TenantId tenant, CustomField wanted) {
    CustomField field = FieldRules.checked(wanted);
    return write(
        tenant,
        em -> {
          List<CustomFieldRow> all = CustomFieldTable.all(em);
          if (CustomFieldTable.find(em, field.code()).isPresent()) {
            throw new InvalidException("code", "custom field \"" + field.code() + "\" exists");
          }
          if (all.size() >= MAX_FIELDS) {
            throw new InvalidException(
                "code", "a client has at most %d fields".formatted(MAX_FIELDS));
          }
          int last = all.stream().mapToInt(CustomFieldRow::position).max().orElse(0);
          CustomFieldRow row =
              new CustomFieldRow(field, last + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS));
          em.persist(row);
          audit.pend(em, tenant, by, FieldAudit.created(row.toField()));
          return row.toField();
        });
  }

  /**
   * Changes labels, unit, default, choices, and whether it is required.
   *
   * @param wanted its code and kind are those that it has
   * @param renamed choices that are called otherwise now, by their value before: batteries follow
   * @throws NotFoundException when there is none of that code
   * @throws InvalidException when something of it can't be, or a choice that batteries have would
   *     be gone
   */
  public CustomField change(
      Actor by, TenantId tenant, CustomField wanted, Map<String, String> renamed) {
    CustomField field = FieldRules.checked(wanted);
    return write(
        tenant,
        em -> {
          CustomFieldRow row = CustomFieldTable.get(em, field.code());
          CustomField before = row.toField();
          if (before.kind() != field.kind()) {
            throw new InvalidException("kind", "the kind of a field never changes");
          }
          new ChoiceChange(em, row, before, field, renamed).apply();
          row.describe(field);
          FieldAudit.changed(before, row.toField())
              .ifPresent(said -> audit.pend(em, tenant, by, said));
          return row.toField();
        });
  }

  /**
   * Puts a field out of use. Its values are kept. Repeating it changes nothing.
   *
   * @throws NotFoundException when there is none of that code
   */
  public void archive(Actor by, TenantId tenant, String code) {
    write(
        tenant,
        em -> {
          CustomFieldRow row = CustomFieldTable.get(em, code);
          if (!row.toField().archived()) {
            row.archive(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            audit.pend(em, tenant, by, Change.of(Action.FIELD_ARCHIVE, FieldAudit.object(code)));
          }
          return null;
        });
  }

  /**
   * Puts an archived field in use again, with the values that it had.
   *
   * @throws NotFoundException when there is none of that code
   */
  public void restore(Actor by, TenantId tenant, String code) {
    write(
        tenant,
        em -> {
          CustomFieldRow row = CustomFieldTable.get(em, code);
          if (row.toField().archived()) {
            row.restore();
            audit.pend(em, tenant, by, Change.of(Action.FIELD_RESTORE, FieldAudit.object(code)));
          }
          return null;
        });
  }

  /**
   * Deletes a field that no battery has a value of.
   *
   * @throws NotFoundException when there is none of that code
   * @throws InvalidException when it is used: archive it
   */
  public void delete(Actor by, TenantId tenant, String code) {
    write(
        tenant,
        em -> {
          CustomFieldRow row = CustomFieldTable.get(em, code);
          long uses = CustomFieldTable.uses(em, BatteryScope.ALL).getOrDefault(row.id(), 0L);
          if (uses > 0) {
            throw new InvalidException(
                "code",
                "%d batteries have a value of \"%s\": archive it instead".formatted(uses, code));
          }
          em.remove(row);
          audit.pend(em, tenant, by, Change.of(Action.FIELD_DELETE, FieldAudit.object(code)));
          return null;
        });
  }

  /**
   * Says in which order they are shown; those that are not named follow in theirs.
   *
   * @throws NotFoundException when there is none of a code
   */
  public void order(Actor by, TenantId tenant, List<String> codes) {
    write(
        tenant,
        em -> {
          List<CustomFieldRow> first =
              codes.stream().distinct().map(code -> CustomFieldTable.get(em, code)).toList();
          int position = 1;
          for (CustomFieldRow row : first) {
            row.setPosition(position++);
          }
          for (CustomFieldRow row : CustomFieldTable.all(em)) {
            if (!first.contains(row)) {
              row.setPosition(position++);
            }
          }
          audit.pend(em, tenant, by, FieldAudit.ordered(codes));
          return null;
        });
  }

  /** Once more when another thread or program made the same row first: now it is found. */
  private <T> T write(TenantId tenant, Function<EntityManager, T> work) {
    try {
      return audit.write(tenant, work);
    } catch (DatabaseException e) {
      if (e.errorNumber() != DUPLICATE_KEY && !e.isWorthRetrying()) {
        throw e;
      }
      return audit.write(tenant, work);
    }
  }
}
