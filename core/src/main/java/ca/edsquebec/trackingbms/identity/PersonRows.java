package ca.edsquebec.trackingbms.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** What is deleted with a person. Refresh tokens go with their session (ON DELETE CASCADE). */
final class PersonRows {

  private record Table(String name, String column, Function<PersonKey, Object> owner) {}

  private static final List<Table> ALL =
      List.of(
          new Table("membership", "user_id", PersonKey::id),
          new Table("session", "user_id", PersonKey::id),
          new Table("known_device", "user_id", PersonKey::id),
          new Table("password_link", "user_id", PersonKey::id),
          new Table("totp_factor", "user_id", PersonKey::id),
          new Table("backup_code", "user_id", PersonKey::id),
          new Table("invitation", "email", PersonKey::email),
          new Table("sign_in_failure", "account", person -> SecretHash.of(person.email())),
          new Table(
              "sign_in_failure",
              "account",
              person -> SecretHash.of(SecondFactor.account(person.id()))),
          new Table(
              "sign_in_failure",
              "account",
              person -> SecretHash.of(InvitationThrottle.account(new Email(person.email())))));

  private PersonRows() {}

  /**
   * @return how many rows there were
   */
  static int delete(Connection connection, String db, PersonKey person) throws SQLException {
    int rows = 0;
    for (Table table : ALL) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM %s.%s WHERE %s = ?".formatted(db, table.name(), table.column()))) {
        delete.setObject(1, table.owner().apply(person));
        rows += delete.executeUpdate();
      }
    }
    return rows;
  }
}
