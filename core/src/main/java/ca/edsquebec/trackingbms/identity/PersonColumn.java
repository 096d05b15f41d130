package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A value of a {@link PersonPart}.
 *
 * @param name in the file
 * @param sql what it is in the table
 */
record PersonColumn(String name, String sql, Kind kind) {

  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    /** DATETIME(3) in UTC. */
    TIME,
    /** Epoch milliseconds; 0 is never. */
    MILLIS
  }

  static PersonColumn text(String name, String sql) {
    return new PersonColumn(name, sql, Kind.TEXT);
  }

  static PersonColumn number(String name, String sql) {
    return new PersonColumn(name, sql, Kind.NUMBER);
  }

  static PersonColumn flag(String name, String sql) {
    return new PersonColumn(name, sql, Kind.FLAG);
  }

  static PersonColumn time(String name, String sql) {
    return new PersonColumn(name, sql, Kind.TIME);
  }

  static PersonColumn millis(String name, String sql) {
    return new PersonColumn(name, sql, Kind.MILLIS);
  }

  /** As JSON will have it: a text, a number or a boolean; null when there is none. */
  Object value(ResultSet row, int at) throws SQLException {
    String text = row.getString(at);
    if (text == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> row.getLong(at);
      case FLAG -> row.getBoolean(at);
      case TIME -> InstantConverter.instant(text).toString();
      case MILLIS -> row.getLong(at) == 0 ? null : Instant.ofEpochMilli(row.getLong(at)).toString();
    };
  }

  void write(JsonGenerator json, Object value) throws IOException {
    json.writeFieldName(name);
    json.writePOJO(value);
  }
}
