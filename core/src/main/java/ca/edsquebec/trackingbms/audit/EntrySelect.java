package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statement that an {@link AuditQuery} asks for; each filter has an index that ends in seq. */
final class EntrySelect {

  private final StringBuilder where = new StringBuilder("chain = ?");
  private final List<Object> values = new ArrayList<>();

  EntrySelect(String chain, AuditQuery query) {
    values.add(chain);
    query
        .actor()
        .ifPresent(
            actor -> {
              and("actor_kind = ?", actor.kind().name());
              and("actor_id = ?", actor.id());
            });
    query.action().ifPresent(action -> and("action = ?", action.name()));
    query.object().ifPresent(object -> and("object = ?", object));
    query.from().ifPresent(from -> and("at >= ?", InstantConverter.text(from)));
    query.to().ifPresent(to -> and("at < ?", InstantConverter.text(to)));
    query.before().ifPresent(seq -> and("seq < ?", seq));
  }

  private void and(String condition, Object value) {
    where.append(" AND ").append(condition);
    values.add(value);
  }

  /** Newest first. */
  List<StoredEntry> run(Connection connection, String db, int limit) throws SQLException {
    try (PreparedStatement query = prepared(connection, "", db, limit)) {
      return ChainTable.read(query);
    }
  }

  /** How the database goes about it. */
  String plan(Connection connection, String db) throws SQLException {
    try (PreparedStatement query = prepared(connection, "EXPLAIN ", db, 51);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString("key") + " " + row.getString("Extra");
    }
  }

  private PreparedStatement prepared(Connection connection, String verb, String db, int limit)
      throws SQLException {
    PreparedStatement query =
        connection.prepareStatement(
            "%sSELECT %s FROM %s.audit_entry WHERE %s ORDER BY seq DESC LIMIT ?"
                .formatted(verb, ChainTable.COLUMNS, db, where));
    for (int i = 0; i < values.size(); i++) {
      query.setObject(i + 1, values.get(i));
    }
    query.setInt(values.size() + 1, limit);
    return query;
  }
}
