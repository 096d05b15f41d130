package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.SqlWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dump where the host has no program for it: reads in one snapshot, row by row. */
final class OwnDump implements Dump {

  /** An INSERT is ended when it is this long. */
  private static final int ENOUGH = 1 << 18;

  private final Function<SqlWork<Void>, Void> snapshot;
  private final String database;
  private final List<String> tables;

  /**
   * @param snapshot runs SQL that sees one moment
   */
  OwnDump(Function<SqlWork<Void>, Void> snapshot, String database, List<String> tables) {
    this.snapshot = snapshot;
    this.database = database;
    this.tables = tables;
  }

  @Override
  public String way() {
    return "tbms";
  }

  @Override
  public void write(OutputStream sql) throws IOException {
    try {
      snapshot.apply(
          (connection, db) -> {
            try {
              for (String table : tables) {
                table(connection, table, sql);
              }
              return null;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void table(Connection connection, String table, OutputStream sql)
      throws SQLException, IOException {
    String name = "`%s`.`%s`".formatted(database, table);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + name)) {
      row.next();
      sql.write((row.getString(2) + ";\n").getBytes(StandardCharsets.UTF_8));
    }
    List<Column> columns = Column.of(connection, database, table);
    byte[] beginning =
        "INSERT INTO `%s` (%s) VALUES\n"
            .formatted(
                table, columns.stream().map(Column::quoted).collect(Collectors.joining(", ")))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream insert = new ByteArrayOutputStream();
    StoredRows.read(
        connection,
        name,
        columns,
        values -> {
          if (insert.size() == 0) {
            insert.write(beginning);
          } else {
            insert.write(',');
          }
          row(insert, columns, values);
          if (insert.size() >= ENOUGH) {
            end(insert, sql);
          }
        });
    end(insert, sql);
  }

  private static void row(OutputStream out, List<Column> columns, byte[][] values)
      throws IOException {
    out.write('(');
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      if (values[i] == null) {
        out.write("NULL".getBytes(StandardCharsets.US_ASCII));
      } else {
        switch (columns.get(i).kind()) {
          case NUMBER -> out.write(values[i]);
          case TEXT -> SqlText.writeText(out, values[i]);
          case BYTES -> SqlText.writeBytes(out, values[i]);
        }
      }
    }
    out.write(')');
  }

  private static void end(ByteArrayOutputStream insert, OutputStream sql) throws IOException {
    if (insert.size() > 0) {
      insert.writeTo(sql);
      sql.write(';');
      sql.write('\n');
      insert.reset();
    }
  }
}
