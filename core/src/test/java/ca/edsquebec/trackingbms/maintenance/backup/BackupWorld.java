package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An installation with two clients that have a bit of everything, and what makes backups of it. */
final class BackupWorld implements AutoCloseable {

  /** Where the build unpacks MariaDB, its dump program too. */
  static final List<Path> PROGRAMS =
      List.of(TestDatabase.projectRoot().resolve("target/mariadb/bin"));

  final TestInstallation installation;
  final KeyRing keys;
  final SealedFiles files;
  final Restores restores;

  BackupWorld(Path folder) {
    installation =
        new TestInstallation(
            Map.of("TBMS_BACKUP_DIR", folder.toString(), "TBMS_HOME", folder.toString()));
    keys =
        new KeyRing(
            installation.databases().registry(),
            installation.settings().masterKey(),
            Clock.systemUTC());
    files = new SealedFiles(keys);
    restores =
        new Restores(installation.databases(), files, installation.audit(), Clock.systemUTC());
    fill("acme", 1);
    fill("boreal", 2);
  }

  /** With a dump program, or without. */
  Backups backups(boolean program) {
    return new Backups(
        installation.databases(),
        files,
        installation.settings(),
        program ? PROGRAMS : List.of(),
        Clock.systemUTC());
  }

  Place place(String slug) {
    return Place.of(new TenantId(slug));
  }

  String database(String slug) {
    return installation.databaseOf(slug);
  }

  private void fill(String slug, long seed) {
    String db = database(slug);
    execute(
        "CREATE TABLE {db}.odd (id BIGINT NOT NULL AUTO_INCREMENT, parent BIGINT NULL, b BINARY(4),"
            + " vb VARBINARY(300), blob_ MEDIUMBLOB, t TEXT, j JSON, d DECIMAL(20,6), f DOUBLE,"
            + " at DATETIME(3) NULL, day DATE, tm TIME(3), ts TIMESTAMP(3) NULL, bits BIT(9),"
            + " latin VARCHAR(20) CHARACTER SET latin1, u BIGINT UNSIGNED, yes BOOLEAN,"
            + " e ENUM('a','b;c') DEFAULT 'b;c' COMMENT 'it''s; `odd`',"
            + " PRIMARY KEY (id), KEY odd_parent (parent),"
            + " CONSTRAINT odd_parent_fk FOREIGN KEY (parent) REFERENCES odd (id))"
            + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci",
        db);
    execute("INSERT INTO {db}.battery_type (uid, name) VALUES ('t1', 'L’été; d\\'\\\\ici')", db);
    execute(
        "INSERT INTO {db}.place (uid, name, time_zone) VALUES ('p1', 'Dépôt 🔋', 'America/Toronto')",
        db);
    execute(
        "INSERT INTO {db}.battery SELECT NULL, 'u1', 'B-1', 'Un', id, NULL, 'LFP', 16, 280, NULL,"
            + " '', 'foxbms', '{\"a\": \"{ts}\"}', 5000, 60000, 'IN_SERVICE', NOW(3)"
            + " FROM {db}.battery_type",
        db);
    samples(db, seed, 300);
    odd(db, seed);
    execute("ALTER TABLE {db}.odd AUTO_INCREMENT = 5000", db);
  }

  /** More samples and sealed hours, of another battery each time. */
  void samples(String db, long battery, int count) {
    Random random = new Random(battery);
    try (Connection connection = connect();
        PreparedStatement sample =
            connection.prepareStatement(
                "INSERT INTO `%s`.sample (battery_id, ts, flags, pack_voltage, cells, more)"
                        .formatted(db)
                    + " VALUES (?, ?, 0, ?, ?, ?)");
        PreparedStatement chunk =
            connection.prepareStatement(
                "INSERT INTO `%s`.sample_chunk VALUES (?, ?, 720, 1, 2, ?)".formatted(db))) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        sample.setLong(1, battery);
        sample.setLong(2, i);
        sample.setObject(3, i % 3 == 0 ? null : i);
        sample.setBytes(4, bytes(random, i % 40));
        sample.setBytes(5, i % 2 == 0 ? null : bytes(random, i % 300));
        sample.executeUpdate();
        chunk.setLong(1, battery);
        chunk.setLong(2, i * 3_600_000L);
        chunk.setBytes(3, bytes(random, 7000));
        chunk.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void odd(String db, long seed) {
    Random random = new Random(seed);
    String sql =
        "INSERT INTO `%s`.odd (id, parent, b, vb, blob_, t, j, d, f, at, day, tm, ts, bits, latin, u,"
                .formatted(db)
            + " yes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (Connection connection = connect();
        PreparedStatement odd = connection.prepareStatement(sql)) {
      for (int i = 1; i <= 60; i++) {
        boolean none = i % 5 == 0;
        Object[] values = {
          i,
          i == 1 ? null : i - 1,
          bytes(random, 4),
          bytes(random, i % 3 * 100),
          none ? null : bytes(random, 256),
          none ? null : "a'b\"c\\d\ne\rf\u0000g\u001a;-- /* é🔋 {d}",
          "{\"k\": \"v'\\\"\"}",
          "-12345678901234.500001",
          i / 3.0,
          "2026-11-28 05:06:07.089",
          "2024-02-29",
          "-12:34:56.789",
          none ? null : "2026-07-01 00:00:00.5",
          bytes(random, 1),
          "été",
          "18446744073709551615",
          i % 2
        };
        for (int v = 0; v < values.length; v++) {
          odd.setObject(v + 1, values[v]);
        }
        odd.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Each table's definition, rows and the server's own checksum. */
  Map<String, String> content(String db) {
    Map<String, String> content = new TreeMap<>();
    try (Connection connection = connect()) {
      for (String table :
          column(
              connection,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
                  .formatted(db))) {
        String name = "`%s`.`%s`".formatted(db, table);
        content.put(
            table,
            column(connection, "SHOW CREATE TABLE " + name, 2)
                + " rows "
                + column(connection, "SELECT COUNT(*) FROM " + name)
                + column(connection, "CHECKSUM TABLE " + name + " EXTENDED", 2));
      }
      return content;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Databases that begin with this installation's name. */
  List<String> databases() {
    try (Connection connection = connect()) {
      return column(
          connection,
          "SELECT schema_name FROM information_schema.schemata WHERE LEFT(schema_name, %d) = '%s'"
              .formatted(registry().length(), registry()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> column(String sql) {
    try (Connection connection = connect()) {
      return column(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String registry() {
    return installation.databases().registry().name();
  }

  void execute(String sql, String db) {
    try {
      installation.access().execute(sql.replace("{db}", "`" + db + "`"));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    return column(connection, sql, 1);
  }

  private static List<String> column(Connection connection, String sql, int place)
      throws SQLException {
    List<String> values = new java.util.ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(place));
      }
    }
    return values;
  }

  private Connection connect() throws SQLException {
    DatabaseAccess access = installation.access();
    return DriverManager.getConnection(
        access.server() + "?characterEncoding=UTF-8", access.user(), access.password());
  }

  @Override
  public void close() {
    for (String db : databases()) {
      if (!db.equals(registry())) {
        execute("DROP DATABASE IF EXISTS {db}", db);
      }
    }
    installation.close();
  }
}
