package ca.edsquebec.trackingbms.identity;

import static ca.edsquebec.trackingbms.identity.PersonColumn.flag;
import static ca.edsquebec.trackingbms.identity.PersonColumn.millis;
import static ca.edsquebec.trackingbms.identity.PersonColumn.number;
import static ca.edsquebec.trackingbms.identity.PersonColumn.text;
import static ca.edsquebec.trackingbms.identity.PersonColumn.time;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of the registry that are about a person, as an array of the person's file. Secrets, and the
 * ids of sessions, are left out; so is where failed sign-ins came from, which may be somebody else.
 *
 * @param from tables; {@code {db}} stands for the registry
 * @param whose the column that says whose a row is
 * @param owner what stands in that column
 * @param key by which to page; unique
 */
record PersonPart(
    String name,
    String from,
    String whose,
    Function<PersonKey, Object> owner,
    String key,
    List<PersonColumn> columns) {

  private static final int AT_ONCE = 500;

  static final List<PersonPart> ALL =
      List.of(
          new PersonPart(
              "account",
              "{db}.user_account a",
              "a.id",
              PersonKey::id,
              "a.id",
              List.of(
                  number("number", "a.id"),
                  text("email", "a.email"),
                  text("name", "a.display_name"),
                  text("language", "a.locale"),
                  flag("platformAdministrator", "a.platform_admin"),
                  time("createdAt", "a.created_at"),
                  time("lastSignInAt", "a.last_sign_in_at"),
                  time("passwordChangedAt", "a.password_changed_at"),
                  time("deactivatedAt", "a.deactivated_at"))),
          new PersonPart(
              "memberships",
              "{db}.membership m JOIN {db}.tenant t ON t.slug = m.tenant"
                  + " LEFT JOIN {db}.client_role r ON r.id = m.custom_role",
              "m.user_id",
              PersonKey::id,
              "m.id",
              List.of(
                  text("client", "m.tenant"),
                  text("clientName", "t.name"),
                  text("role", "COALESCE(r.name, m.role)"),
                  text("batteries", "m.battery_access"),
                  time("since", "m.created_at"),
                  time("deactivatedAt", "m.deactivated_at"))),
          new PersonPart(
              "sessions",
              "{db}.session s",
              "s.user_id",
              PersonKey::id,
              "s.id",
              List.of(
                  text("kind", "s.kind"),
                  text("address", "s.address"),
                  text("browser", "s.user_agent"),
                  time("begunAt", "s.created_at"),
                  time("lastSeenAt", "s.last_seen_at"),
                  time("expiresAt", "s.expires_at"),
                  time("endedAt", "s.ended_at"))),
          new PersonPart(
              "devices",
              "{db}.known_device d",
              "d.user_id",
              PersonKey::id,
              "d.id",
              List.of(
                  text("address", "d.address"),
                  text("browser", "d.user_agent"),
                  time("firstSeenAt", "d.first_seen_at"),
                  time("lastSeenAt", "d.last_seen_at"),
                  time("trustedUntil", "d.trusted_until"))),
          new PersonPart(
              "secondFactor",
              "{db}.totp_factor f",
              "f.user_id",
              PersonKey::id,
              "f.user_id",
              List.of(time("begunAt", "f.created_at"), time("confirmedAt", "f.confirmed_at"))),
          new PersonPart(
              "backupCodes",
              "{db}.backup_code b",
              "b.user_id",
              PersonKey::id,
              "b.label",
              List.of(time("usedAt", "b.used_at"))),
          new PersonPart(
              "passwordLinks",
              "{db}.password_link l",
              "l.user_id",
              PersonKey::id,
              "l.hash",
              List.of(
                  time("createdAt", "l.created_at"),
                  time("expiresAt", "l.expires_at"),
                  time("usedAt", "l.used_at"))),
          new PersonPart(
              "invitations",
              "{db}.invitation i",
              "i.email",
              PersonKey::email,
              "i.id",
              List.of(
                  text("client", "i.tenant"),
                  text("name", "i.display_name"),
                  text("language", "i.locale"),
                  text("role", "i.role"),
                  text("batteries", "i.battery_access"),
                  time("createdAt", "i.created_at"),
                  time("sentAt", "i.sent_at"),
                  time("expiresAt", "i.expires_at"),
                  time("acceptedAt", "i.accepted_at"),
                  time("withdrawnAt", "i.withdrawn_at"))),
          new PersonPart(
              "failedSignIns",
              "{db}.sign_in_failure x",
              "x.account",
              person -> SecretHash.of(person.email()),
              "x.origin",
              List.of(
                  number("failures", "x.failures"),
                  millis("lastAt", "x.last_at"),
                  millis("lockedUntil", "x.locked_until"))),
          new PersonPart(
              "supportVisits",
              "{db}.support_visit v",
              "v.user_id",
              PersonKey::id,
              "v.id",
              List.of(
                  text("client", "v.tenant"),
                  text("reason", "v.reason"),
                  time("begunAt", "v.begun_at"),
                  time("until", "v.until"),
                  time("endedAt", "v.ended_at"))));

  private record Row(String key, List<Object> values) {}

  /** A page at a time; the connection is given back before anything is written. */
  void write(RegistryDatabase registry, PersonKey person, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    String after = null;
    List<Row> rows;
    do {
      rows = read(registry, person, after);
      for (Row row : rows) {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).write(json, row.values().get(i));
        }
        json.writeEndObject();
        after = row.key();
      }
    } while (rows.size() == AT_ONCE);
    json.writeEndArray();
  }

  private List<Row> read(RegistryDatabase registry, PersonKey person, String after) {
    String values =
        columns.stream().map(PersonColumn::sql).collect(Collectors.joining(", ", ", ", ""));
    String sql =
        "SELECT %s%s FROM %s WHERE %s = ?%s ORDER BY %s LIMIT %d"
            .formatted(
                key,
                values,
                from,
                whose,
                after == null ? "" : " AND " + key + " > ?",
                key,
                AT_ONCE);
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query = connection.prepareStatement(sql.replace("{db}", db))) {
            query.setObject(1, owner.apply(person));
            if (after != null) {
              query.setString(2, after);
            }
            return rows(query);
          }
        });
  }

  private List<Row> rows(PreparedStatement query) throws java.sql.SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          values.add(columns.get(i).value(row, i + 2));
        }
        rows.add(new Row(row.getString(1), values));
      }
    }
    return rows;
  }
}
